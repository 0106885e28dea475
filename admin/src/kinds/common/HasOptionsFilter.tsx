import type { KindFilterProps } from '../view.ts';
import { OptionsFilter } from './OptionsFilter.tsx';

/** At least one of the offered values is in the list. */
export const HasOptionsFilter = (props: KindFilterProps) => <OptionsFilter {...props} suffix="_has" />;
