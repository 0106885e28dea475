import { NumberDisplay } from '../common/NumberDisplay.tsx';
import type { KindView } from '../view.ts';
import { Filter } from './Filter.tsx';
import { Input } from './Input.tsx';

export const datetimeView: KindView = { Input, Display: NumberDisplay, Filter };
