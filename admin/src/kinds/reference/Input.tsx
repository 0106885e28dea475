import { useRecordContext } from 'ra-core';
import { embeddedTitles } from '../common/embedded.ts';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { RecordAutocomplete } from '../common/RecordAutocomplete.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';

/** A record of another resource: found by typing, created in place when it is missing. */
export function Input(props: KindInputProps) {
  const { source, name, field, label, required, disabled, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string>(props);
  const record = useRecordContext();
  const known = new Map(
    (source === name ? embeddedTitles(record, name) : []).map((embedded) => [embedded.id, embedded.title]),
  );
  return (
    <FieldFrame {...props} id={id} error={error}>
      <RecordAutocomplete
        id={id}
        target={field.to}
        label={label}
        value={value ? [value] : []}
        onChange={([next]) => setValue(next ?? null)}
        known={known}
        creatable
        onBlur={onBlur}
        inputRef={ref}
        disabled={disabled}
        required={required}
        invalid={Boolean(error)}
        describedBy={error || field.help ? messageId(id) : undefined}
        autoFocus={props.autoFocus}
        dense={dense}
      />
    </FieldFrame>
  );
}
