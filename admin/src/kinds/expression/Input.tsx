import { ReadOnlyInput } from '../common/ReadOnlyInput.tsx';
import type { KindInputProps } from '../view.ts';
import { Display } from './Display.tsx';

/** Set by the server; shown, not typed. */
export const Input = (props: KindInputProps) => <ReadOnlyInput {...props} Display={Display} />;
