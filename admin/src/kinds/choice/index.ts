import { OptionsFilter } from '../common/OptionsFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const choiceView: KindView = { Input, Display, Filter: OptionsFilter };
