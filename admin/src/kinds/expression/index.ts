import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindView } from '../view.ts';
import { Filter } from './Filter.tsx';
import { Input } from './Input.tsx';

export const expressionView: KindView = { Input, Display: TextDisplay, Filter };
