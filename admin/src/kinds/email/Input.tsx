import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** An e-mail address. */
export const Input = (props: KindInputProps) => <TextualInput {...props} inputMode="email" />;
