import type { KindFilterProps } from '../view.ts';
import { EitherFilter } from './EitherFilter.tsx';

const options = [
  ['yes', true],
  ['no', false],
] as const;

/** Yes, no, or both. */
export const BooleanFilter = (props: KindFilterProps) => (
  <EitherFilter {...props} entry={props.name} options={options} />
);
