import { useRecordContext } from 'ra-core';
import { embeddedTitles } from '../common/embedded.ts';
import { FieldFrame, messageId } from '../common/FieldFrame.tsx';
import { ReadOnlyInput } from '../common/ReadOnlyInput.tsx';
import { RecordAutocomplete } from '../common/RecordAutocomplete.tsx';
import { useKindInput } from '../common/useKindInput.ts';
import type { KindInputProps } from '../view.ts';
import { Display } from './Display.tsx';

/** Several records as chips. What is read through other records is shown, because it is changed there. */
export function Input(props: KindInputProps) {
  return props.field.through ? <ReadOnlyInput {...props} Display={Display} /> : <Chips {...props} />;
}

function Chips(props: KindInputProps) {
  const { source, name, field, label, required, disabled, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<string[]>(props);
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
        multiple
        value={value ?? []}
        onChange={(ids) => setValue([...ids].sort())}
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
