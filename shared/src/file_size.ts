import type { Locale } from './kinds/kind.ts';
import { formatDecimal } from './numbers.ts';

const units = ['Byte', 'kB', 'MB', 'GB'];

/** Bytes as people read them: "1,4 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${formatDecimal(value.toFixed(digits), locale)} ${units[unit]}`;
}
