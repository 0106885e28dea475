import { NumberDisplay } from '../common/NumberDisplay.tsx';
import { RangeFilter } from '../common/RangeFilter.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const durationView: KindView = { Input, Display: NumberDisplay, Filter: RangeFilter, align: 'right' };
