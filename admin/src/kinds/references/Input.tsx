import { ReadOnlyInput } from '../common/ReadOnlyInput.tsx';
import { RecordsInput } from '../common/RecordsInput.tsx';
import type { KindInputProps } from '../view.ts';
import { Display } from './Display.tsx';

/** Several records as chips. What is read through other records is shown, because it is changed there. */
export function Input(props: KindInputProps) {
  if (props.field.through) return <ReadOnlyInput {...props} Display={Display} />;
  return (
    <RecordsInput<string[]> {...props} multiple idsOf={(value) => value ?? []} toValue={(ids) => [...ids].sort()} />
  );
}
