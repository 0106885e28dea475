import { HasOptionsFilter } from '../common/HasOptionsFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Input } from './Input.tsx';

export const choicesView: KindView = { Input, Display, Filter: HasOptionsFilter };
