import { formatDecimal } from '@kontor/shared';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

/** An exact number in the notation of the language: `1.234,56`. */
export const Input = (props: KindInputProps) => (
  <TextualInput
    {...props}
    numeric
    inputMode="decimal"
    toText={(value: string, field, locale) => formatDecimal(value, locale, (field.scale as number) ?? 2)}
  />
);
