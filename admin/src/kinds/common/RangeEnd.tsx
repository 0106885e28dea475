import OutlinedInput from '@mui/material/OutlinedInput';
import { type ReactNode, useState } from 'react';

export interface RangeEndProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: unknown;
  readonly numeric?: boolean;
  readonly format: (value: never) => string;
  /** The value of a text, undefined when it can not be read. */
  readonly parse: (text: string) => unknown;
  readonly onChange: (value: unknown) => void;
  readonly end?: ReactNode;
}

/** One end of a range: taken over on Enter or on leaving, marked while it can not be read. */
export function RangeEnd({ label, placeholder, value, numeric, format, parse, onChange, end }: RangeEndProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === undefined || value === null ? '' : format(value as never));
  const invalid = draft !== undefined && draft.trim() !== '' && parse(draft) === undefined;
  const take = () => {
    if (draft === undefined || invalid) return;
    const next = draft.trim() === '' ? undefined : parse(draft);
    setDraft(undefined);
    if (next !== value) onChange(next);
  };
  return (
    <OutlinedInput
      size="small"
      fullWidth
      value={shown}
      placeholder={placeholder}
      error={invalid}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      endAdornment={end}
      slotProps={{ input: { 'aria-label': label, 'aria-invalid': invalid, autoComplete: 'off' } }}
      sx={numeric ? { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : undefined}
    />
  );
}
