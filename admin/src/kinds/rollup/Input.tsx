import { NumberDisplay } from '../common/NumberDisplay.tsx';
import { ReadOnlyInput } from '../common/ReadOnlyInput.tsx';
import type { KindInputProps } from '../view.ts';

/** Set by the server; shown, not typed. */
export const Input = (props: KindInputProps) => <ReadOnlyInput {...props} Display={NumberDisplay} />;
