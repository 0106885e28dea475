import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';
import { ResourceInput } from './ResourceInput.tsx';

/** One line of text, or a growing field where the declaration says `multiline`; a choice where it names a resource. */
export const Input = (props: KindInputProps) =>
  props.field.names === 'resource' ? (
    <ResourceInput {...props} />
  ) : (
    <TextualInput {...props} multiline={Boolean(props.field.multiline) && !props.dense} />
  );
