import { RecordsFilter } from '../common/RecordsFilter.tsx';
import type { KindFilterProps } from '../view.ts';

/** One or several records that the field may refer to. */
export const Filter = (props: KindFilterProps) => <RecordsFilter {...props} entry={props.name} />;
