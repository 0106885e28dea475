import { OptionsFilter } from '../common/OptionsFilter.tsx';
import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const choiceView: KindView = { Input, Display: TextDisplay, Filter: OptionsFilter };
