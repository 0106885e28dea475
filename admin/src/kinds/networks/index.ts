import { ContainsFilter } from '../common/ContainsFilter.tsx';
import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindView } from '../view.ts';
import { Input } from './Input.tsx';

export const networksView: KindView = { Input, Display: TextDisplay, Filter: ContainsFilter, wide: true };
