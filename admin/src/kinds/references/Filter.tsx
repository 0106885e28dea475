import { useId } from 'react';
import { FilterFrame } from '../common/FilterFrame.tsx';
import { entriesFor, listOf } from '../common/filters.ts';
import { RecordAutocomplete } from '../common/RecordAutocomplete.tsx';
import type { KindFilterProps } from '../view.ts';

/** At least one of the chosen records is in the list. */
export function Filter(props: KindFilterProps) {
  const { name, field, label, values, onChange } = props;
  const id = useId();
  return (
    <FilterFrame {...props} id={id}>
      <RecordAutocomplete
        id={id}
        target={field.to}
        label={label}
        multiple
        value={listOf(values[`${name}_has`] ?? values[name])}
        onChange={(ids) => onChange({ ...entriesFor(values, name), [`${name}_has`]: ids.length > 0 ? ids : undefined })}
      />
    </FilterFrame>
  );
}
