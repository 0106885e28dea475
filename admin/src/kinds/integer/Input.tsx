import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A whole number. */
export const Input = (props: KindInputProps) => <TextualInput {...props} numeric inputMode="numeric" />;
