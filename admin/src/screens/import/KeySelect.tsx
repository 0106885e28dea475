import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ImportPreview } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

export interface KeySelectProps {
  readonly preview: ImportPreview;
  readonly keys: readonly (readonly string[])[];
  readonly value: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

/** By what existing records are recognised. */
export function KeySelect({ preview, keys, value, onChange }: KeySelectProps) {
  const t = useWords();
  return (
    <TextField
      select
      label={t('key')}
      helperText={value.length > 0 && t('key_hint')}
      value={value.join()}
      onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split(','))}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ maxWidth: 360, minWidth: { sm: 300 } }}
    >
      <MenuItem value="">{t('key_none')}</MenuItem>
      {keys.map((key) => (
        <MenuItem key={key.join()} value={key.join()}>
          {key.map((name) => preview.fields.find((option) => option.field === name)?.label).join(' + ')}
        </MenuItem>
      ))}
    </TextField>
  );
}
