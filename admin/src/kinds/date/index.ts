import { DateFilter } from '../common/DateFilter.tsx';
import { NumberDisplay } from '../common/NumberDisplay.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const dateView: KindView = { Input, Display: NumberDisplay, Filter: DateFilter };
