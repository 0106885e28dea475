import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A web address; `https://` is added by itself. */
export const Input = (props: KindInputProps) => <TextualInput {...props} inputMode="url" />;
