import { Empty } from '../common/Empty.tsx';
import { StatusChip } from '../common/StatusChip.tsx';
import type { KindDisplayProps } from '../view.ts';

/** The state as icon and word. */
export function Display({ value, field, locale }: KindDisplayProps) {
  return value ? <StatusChip field={field} value={value} locale={locale} /> : <Empty />;
}
