import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A time of day: `14:30`, `1430` and `9` are understood. */
export const Input = (props: KindInputProps) => (
  <TextualInput
    {...props}
    inputMode="text"
    placeholder={props.dense ? '' : '14:30'}
    toText={(value: string) => value}
  />
);
