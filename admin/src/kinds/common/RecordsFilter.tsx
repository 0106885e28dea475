import { useId } from 'react';
import type { KindFilterProps } from '../view.ts';
import { FilterFrame } from './FilterFrame.tsx';
import { entriesFor, listOf } from './filters.ts';
import { RecordAutocomplete } from './RecordAutocomplete.tsx';

/** One or several records; `entry` is the entry of the filter that names them. */
export function RecordsFilter({ entry, ...props }: KindFilterProps & { readonly entry: string }) {
  const { name, field, label, values, onChange } = props;
  const id = useId();
  return (
    <FilterFrame {...props} id={id}>
      <RecordAutocomplete
        id={id}
        target={field.to}
        label={label}
        multiple
        value={listOf(values[entry] ?? values[name])}
        onChange={(ids) => onChange({ ...entriesFor(values, name), [entry]: ids.length > 0 ? ids : undefined })}
      />
    </FilterFrame>
  );
}
