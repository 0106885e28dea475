import { translate } from '@kontor/shared';
import { useId } from 'react';
import { get, useController, useFormContext } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import type { KindInputProps } from '../view.ts';
import { problemOf } from './validate.ts';

/** Two values that are the same on the wire. */
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Joins an input to the form: value, setter, and the message from the kind's own validator or from the server.
 * A value that equals the stored one is not complained about, as the server accepts it too.
 */
export function useKindInput<V = unknown>(
  { source, field, required }: KindInputProps,
  further?: (value: unknown) => string | undefined,
) {
  const locale = useLocale();
  const id = useId();
  const { control, getValues } = useFormContext();
  const {
    field: input,
    fieldState,
    formState,
  } = useController({
    name: source,
    control,
    rules: {
      validate: (value) => {
        const stored = get(formState.defaultValues, source);
        if (getValues('id') && stored !== undefined && stored !== null && same(value, stored)) return true;
        return problemOf(field, value, required) ?? further?.(value) ?? true;
      },
    },
  });
  const error = fieldState.error?.message ?? (get(formState.errors, `${source}.root.message`) as string | undefined);
  return {
    id,
    locale,
    value: (input.value ?? null) as V | null,
    setValue: (value: V | null) => input.onChange(value),
    onBlur: input.onBlur,
    ref: input.ref,
    error: error ? translate(error, locale) : undefined,
  };
}
