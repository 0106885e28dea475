import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A telephone number as people write it; on leaving it takes the international form. */
export const Input = (props: KindInputProps) => <TextualInput {...props} inputMode="tel" />;
