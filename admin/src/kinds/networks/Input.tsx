import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** Addresses and networks, one a line. */
export const Input = (props: KindInputProps) => <TextualInput {...props} multiline={!props.dense} />;
