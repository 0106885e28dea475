import { ReadOnlyInput } from '../common/ReadOnlyInput.tsx';
import { StateDisplay } from '../common/StateDisplay.tsx';
import type { KindInputProps } from '../view.ts';

/** Set by the server; shown, not typed. */
export const Input = (props: KindInputProps) => <ReadOnlyInput {...props} Display={StateDisplay} />;
