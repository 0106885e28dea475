import Box from '@mui/material/Box';
import { useFormContext, useWatch } from 'react-hook-form';
import { TextualInput } from '../common/TextualInput.tsx';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';

/** The system's picker knows no empty colour; it starts at black. */
const nothing = '#'.padEnd(7, '0');

/** A colour by its code or from the picker of the system. */
export function Input(props: KindInputProps) {
  const { source, label, disabled } = props;
  const { control, setValue } = useFormContext();
  const value = String(useWatch({ control, name: source }) ?? '');
  const t = useWords();
  return (
    <TextualInput
      {...props}
      start={
        <Box
          component="input"
          type="color"
          aria-label={`${label}: ${t('pick_colour')}`}
          disabled={disabled}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : nothing}
          onChange={(event) => setValue(source, event.target.value, { shouldDirty: true, shouldValidate: true })}
          sx={{ width: 26, height: 24, p: 0, border: 0, borderRadius: 0.5, bgcolor: 'transparent', cursor: 'pointer' }}
        />
      }
    />
  );
}
