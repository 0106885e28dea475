import { RecordsFilter } from '../common/RecordsFilter.tsx';
import type { KindFilterProps } from '../view.ts';

/** At least one of the chosen records is in the list. */
export const Filter = (props: KindFilterProps) => <RecordsFilter {...props} entry={`${props.name}_has`} />;
