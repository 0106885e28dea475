import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';
import { Filter } from './Filter.tsx';
import { Input } from './Input.tsx';
import { isText } from './isText.ts';

export const expressionView: KindView = {
  Input,
  Display,
  Filter,
  align: (field) => (isText(field) ? undefined : 'right'),
};
