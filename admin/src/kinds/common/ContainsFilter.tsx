import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useId, useState } from 'react';
import type { KindFilterProps } from '../view.ts';
import { FilterFrame } from './FilterFrame.tsx';
import { asPattern, entriesFor, fromPattern } from './filters.ts';
import { useWords } from './words.ts';

/** Text that the value contains; applied shortly after typing pauses. */
export function ContainsFilter(props: KindFilterProps) {
  const { name, label, values, onChange } = props;
  const t = useWords();
  const id = useId();
  const active = fromPattern(values[`${name}_ilike`] ?? values[name]);
  const [draft, setDraft] = useState(active);
  useEffect(() => setDraft(active), [active]);
  useEffect(() => {
    if (draft === active) return;
    const timer = setTimeout(
      () =>
        onChange({
          ...entriesFor(values, name),
          [`${name}_ilike`]: draft.trim() ? asPattern(draft.trim()) : undefined,
        }),
      350,
    );
    return () => clearTimeout(timer);
  }, [draft, active, name, values, onChange]);
  return (
    <FilterFrame {...props} id={id}>
      <OutlinedInput
        size="small"
        fullWidth
        value={draft}
        placeholder={t('contains')}
        onChange={(event) => setDraft(event.target.value)}
        slotProps={{ input: { 'aria-label': `${label} ${t('contains')}`, autoComplete: 'off' } }}
      />
    </FilterFrame>
  );
}
