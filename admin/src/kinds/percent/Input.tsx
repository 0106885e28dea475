import { formatDecimal } from '@kontor/shared';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A percentage; decimal places only where it has some. */
export const Input = (props: KindInputProps) => (
  <TextualInput
    {...props}
    numeric
    inputMode="decimal"
    end={props.dense ? undefined : '%'}
    toText={(value: string, _field, locale) => formatDecimal(value, locale)}
  />
);
