import { NumberDisplay } from '../common/NumberDisplay.tsx';
import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindDisplayProps } from '../view.ts';
import { isText } from './isText.ts';

/** Joined text, or a figure. */
export const Display = (props: KindDisplayProps) =>
  isText(props.field) ? <TextDisplay {...props} /> : <NumberDisplay {...props} />;
