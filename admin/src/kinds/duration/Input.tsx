import { kindOf } from '@kontor/shared';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A length of time: `1:30`, `1,5 h` and `90` mean the same. */
export const Input = (props: KindInputProps) => (
  <TextualInput
    {...props}
    numeric
    placeholder={props.dense ? '' : '0:00'}
    end={props.dense ? undefined : 'h'}
    toText={(value, field, locale) => kindOf(field).format(value, field, locale).replace(/\s*h$/, '')}
  />
);
