import { useRecordContext } from 'ra-core';
import type { KindInputProps } from '../view.ts';
import { embeddedTitles } from './embedded.ts';
import { FieldFrame, messageId } from './FieldFrame.tsx';
import { RecordAutocomplete } from './RecordAutocomplete.tsx';
import { useKindInput } from './useKindInput.ts';
import { useSameFilter } from './useSameFilter.ts';

interface RecordsInputProps<V> extends KindInputProps {
  readonly multiple?: boolean;
  /** The ids in a value, and the value of ids. */
  readonly idsOf: (value: V | null) => readonly string[];
  readonly toValue: (ids: readonly string[]) => V | null;
}

/** Records of another resource: found by typing, created in place when they are missing. */
export function RecordsInput<V>({ multiple = false, idsOf, toValue, ...props }: RecordsInputProps<V>) {
  const { source, name, field, label, required, disabled, dense } = props;
  const { id, value, setValue, onBlur, ref, error } = useKindInput<V>(props);
  const filter = useSameFilter(props);
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
        multiple={multiple}
        value={[...idsOf(value ?? null)]}
        onChange={(ids) => setValue(toValue(ids))}
        known={known}
        filter={filter}
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
