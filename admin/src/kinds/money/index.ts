import { RangeFilter } from '../common/RangeFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const moneyView: KindView = { Input, Display, Filter: RangeFilter, align: 'right' };
