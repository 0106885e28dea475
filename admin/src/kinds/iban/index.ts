import { ContainsFilter } from '../common/ContainsFilter.tsx';
import { TextualInput as Input } from '../common/TextualInput.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';

export const ibanView: KindView = { Input, Display, Filter: ContainsFilter };
