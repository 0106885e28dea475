import type { KindDisplayProps } from '../view.ts';
import { Empty } from './Empty.tsx';
import { StatusChip } from './StatusChip.tsx';

/** The state as icon and word. */
export function StateDisplay({ value, field, locale }: KindDisplayProps) {
  return value ? <StatusChip field={field} value={value} locale={locale} /> : <Empty />;
}
