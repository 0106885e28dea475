import { RecordsInput } from '../common/RecordsInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A record of another resource. */
export const Input = (props: KindInputProps) => (
  <RecordsInput<string> {...props} idsOf={(value) => (value ? [value] : [])} toValue={([next]) => next ?? null} />
);
