import type { KindFilterProps } from '../view.ts';
import { EitherFilter } from './EitherFilter.tsx';

const options = [
  ['filled', false],
  ['empty', true],
] as const;

/** Whether there is a value at all; for kinds whose content can not be compared. */
export const NullFilter = (props: KindFilterProps) => (
  <EitherFilter {...props} entry={`${props.name}_null`} options={options} />
);
