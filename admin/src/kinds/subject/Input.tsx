import { message, translate } from '@kontor/shared';
import { useRecordContext } from 'ra-core';
import { useId } from 'react';
import { get, useController, useFormContext } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { embeddedTitles } from '../common/embedded.ts';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import type { KindInputProps } from '../view.ts';
import { SubjectFields } from './SubjectFields.tsx';

/** A record of any of the allowed resources. In the form it is two values, as on the wire. */
export function Input(props: KindInputProps) {
  const { source, name, field, label, required, disabled, dense } = props;
  const id = useId();
  const locale = useLocale();
  const { control } = useFormContext();
  const half = useController({ control, name: `${source}_resource` });
  const other = useController({
    control,
    name: `${source}_id`,
    rules: {
      validate: (value) => (!value && (required || half.field.value) ? message('required') : true),
    },
  });
  const problem = ['', '_id', '_resource']
    .map((end) => get(other.formState.errors, `${source}${end}.message`) as string | undefined)
    .find(Boolean);
  const error = problem ? translate(problem, locale) : undefined;
  const record = useRecordContext();
  const known = new Map(embeddedTitles(record, name).map((embedded) => [embedded.id, embedded.title]));
  return (
    <FieldFrame {...props} id={id} error={error} group>
      <SubjectFields
        id={id}
        of={field.of}
        label={label}
        resource={half.field.value ?? null}
        record={other.field.value ?? null}
        onPick={(resource, picked) => {
          half.field.onChange(resource);
          other.field.onChange(picked);
        }}
        known={known}
        onBlur={other.field.onBlur}
        inputRef={other.field.ref}
        disabled={disabled}
        required={required}
        invalid={Boolean(error)}
        describedBy={error || field.help ? messageId(id) : undefined}
        dense={dense}
      />
    </FieldFrame>
  );
}
