import { ContainsFilter } from '../common/ContainsFilter.tsx';
import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const textView: KindView = { Input, Display: TextDisplay, Filter: ContainsFilter };
