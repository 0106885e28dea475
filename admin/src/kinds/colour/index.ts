import { ContainsFilter } from '../common/ContainsFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const colourView: KindView = { Input, Display, Filter: ContainsFilter };
