import { BooleanFilter } from '../common/BooleanFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const booleanView: KindView = { Input, Display, Filter: BooleanFilter };
