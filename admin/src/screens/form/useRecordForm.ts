import type { Operation, Resource } from '@kontor/shared';
import { useCallback, useMemo } from 'react';
import { type FieldPath, type UseFormReturn, useForm } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { useOpens } from '../../providers/access.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { flatErrors } from './errors.ts';
import { type FormPart, formParts } from './layout.ts';
import type { Values } from './values.ts';

export interface RecordForm {
  readonly form: UseFormReturn<Values>;
  readonly parts: readonly FormPart[];
  /** Validates and calls; messages of the server go to their inputs, what fits no input is thrown again. */
  readonly submit: (send: (values: Values) => Promise<void>) => Promise<void>;
}

/**
 * A form for a resource: validated by the kinds, with the messages of the server at the same inputs. A step or an action asks
 * for what its own right opens.
 */
export function useRecordForm(resource: Resource, values: Values, operation: Operation = 'read'): RecordForm {
  const locale = useLocale();
  const opens = useOpens(resource, operation);
  const form = useForm<Values>({ defaultValues: values, mode: 'onTouched', shouldFocusError: true });
  const parts = useMemo(() => formParts(resource, locale, (field) => opens(field.guard)), [resource, locale, opens]);
  const { handleSubmit, setError, clearErrors, getValues } = form;
  const submit = useCallback(
    async (send: (values: Values) => Promise<void>) => {
      // Messages of the last answer at names without an input would hold the form back for ever.
      clearErrors();
      await handleSubmit(async () => {
        try {
          await send(getValues());
        } catch (error) {
          const errors = flatErrors(problemOf(error)?.errors);
          if (errors.length === 0) throw error;
          for (const [index, [path, message]] of errors.entries())
            setError(path as FieldPath<Values>, { type: 'server', message }, { shouldFocus: index === 0 });
        }
      })();
    },
    [handleSubmit, setError, clearErrors, getValues],
  );
  return { form, parts, submit };
}
