import { DateTextInput } from '../common/DateTextInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A date, typed as `21.11.2026` or `211126` or picked. */
export const Input = (props: KindInputProps) => (
  <DateTextInput {...props} dayOf={(value) => value} withDay={(day) => day} />
);
