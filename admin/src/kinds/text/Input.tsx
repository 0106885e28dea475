import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** One line of text, or a growing field where the declaration says `multiline`. */
export const Input = (props: KindInputProps) => (
  <TextualInput {...props} multiline={Boolean(props.field.multiline) && !props.dense} />
);
