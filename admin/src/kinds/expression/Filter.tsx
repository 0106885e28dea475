import { ContainsFilter } from '../common/ContainsFilter.tsx';
import { RangeFilter } from '../common/RangeFilter.tsx';
import type { KindFilterProps } from '../view.ts';
import { isText } from './isText.ts';

/** Joined text is searched, a computed figure is bounded. */
export const Filter = (props: KindFilterProps) =>
  isText(props.field) ? <ContainsFilter {...props} /> : <RangeFilter {...props} />;
