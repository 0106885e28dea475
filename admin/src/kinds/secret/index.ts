import { NullFilter } from '../common/NullFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const secretView: KindView = { Input, Display, Filter: NullFilter };
