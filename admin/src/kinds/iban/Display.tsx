import { kindOf } from '@kontor/shared';
import { useLocale } from '../../app/texts.ts';
import { Empty } from '../common/Empty.tsx';
import type { KindDisplayProps } from '../view.ts';

/** In groups of four, as on every card. */
export function Display({ field, value }: KindDisplayProps) {
  const locale = useLocale();
  return value ? <span>{kindOf(field).format(value, field, locale)}</span> : <Empty />;
}
