import { kindOf } from '@kontor/shared';
import { ContainsFilter } from '../common/ContainsFilter.tsx';
import { RangeFilter } from '../common/RangeFilter.tsx';
import type { KindFilterProps } from '../view.ts';

/** Joined text is searched, a computed figure is bounded. */
export function Filter(props: KindFilterProps) {
  const [column] = kindOf(props.field).columns(props.field, props.name);
  return column?.type === 'text' ? <ContainsFilter {...props} /> : <RangeFilter {...props} />;
}
