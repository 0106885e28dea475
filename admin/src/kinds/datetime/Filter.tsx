import { DateFilter } from '../common/DateFilter.tsx';
import type { KindFilterProps } from '../view.ts';

/** Instants are looked for by day. */
export const Filter = (props: KindFilterProps) => <DateFilter {...props} instant />;
