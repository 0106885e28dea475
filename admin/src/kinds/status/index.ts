import { OptionsFilter } from '../common/OptionsFilter.tsx';
import { StateDisplay } from '../common/StateDisplay.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const statusView: KindView = { Input, Display: StateDisplay, Filter: OptionsFilter };
