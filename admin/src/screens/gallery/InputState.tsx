import type { Resource } from '@kontor/shared';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { FieldInput } from '../../kinds/FieldInput.tsx';

export interface InputStateProps {
  readonly resource: Resource;
  readonly value: unknown;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly dense?: boolean;
  /** Shows the message at once. */
  readonly touched?: boolean;
}

/** An input of the gallery in one state, in a form of its own. */
export function InputState({ resource, value, required, disabled, dense, touched }: InputStateProps) {
  const form = useForm({ defaultValues: { field: value }, mode: 'onTouched' });
  useEffect(() => {
    if (touched) void form.trigger();
  }, [touched, form]);
  return (
    <FormProvider {...form}>
      <FieldInput
        resource={resource}
        name="field"
        {...(required === undefined ? {} : { required })}
        {...(disabled === undefined ? {} : { disabled })}
        {...(dense === undefined ? {} : { dense })}
      />
    </FormProvider>
  );
}
