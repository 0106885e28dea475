import { type AnyField, currencySign, formatDecimal } from '@kontor/shared';
import { useFormContext, useWatch } from 'react-hook-form';
import { TextualInput } from '../common/TextualInput.tsx';
import type { KindInputProps } from '../view.ts';

const currencyField = (field: AnyField): string | undefined =>
  typeof field.currency === 'object' ? (field.currency as { field: string }).field : undefined;

/** An amount; the sign of the currency stands beside it and follows the currency field of the same record. */
export function Input(props: KindInputProps) {
  const { control } = useFormContext();
  const beside = currencyField(props.field);
  const path = beside && `${props.source.slice(0, props.source.length - props.name.length)}${beside}`;
  const currency = useWatch({ control, name: path ?? props.source, disabled: !path });
  return (
    <TextualInput
      {...props}
      numeric
      inputMode="decimal"
      end={props.dense ? undefined : currencySign(props.field, beside ? { [beside]: currency ?? 'EUR' } : undefined)}
      toText={(value: string, field, locale) => formatDecimal(value, locale, (field.scale as number) ?? 2)}
    />
  );
}
