import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { TextualInput } from '../common/TextualInput.tsx';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';

/** The system's picker knows no empty colour; it starts at black. */
const nothing = '#'.padEnd(7, '0');

const swatch = { width: 26, height: 24, p: 0, border: 0, bgcolor: 'transparent', cursor: 'pointer' } as const;
/** No colour looks like none: an empty field, crossed out. */
const crossed = {
  outline: '1px dashed',
  outlineColor: 'frame.field',
  outlineOffset: -1,
  background: (theme: Theme) =>
    `linear-gradient(to top right, transparent 47%, ${theme.palette.text.disabled} 47% 53%, transparent 53%)`,
  '&:focus-within': { outline: '2px solid', outlineColor: 'primary.main' },
} as const;

/** A colour by its code or from the picker of the system. */
export function Input(props: KindInputProps) {
  const { source, label, disabled } = props;
  const { control, setValue } = useFormContext();
  const value = String(useWatch({ control, name: source }) ?? '');
  const chosen = /^#[0-9a-f]{6}$/i.test(value);
  const t = useWords();
  return (
    <TextualInput
      {...props}
      start={
        <Box sx={{ position: 'relative', display: 'flex', borderRadius: 0.5, ...(chosen ? {} : crossed) }}>
          <Box
            component="input"
            type="color"
            aria-label={`${label}: ${t('pick_colour')}`}
            disabled={disabled}
            value={chosen ? value : nothing}
            onChange={(event) => setValue(source, event.target.value, { shouldDirty: true, shouldValidate: true })}
            sx={{ ...swatch, opacity: chosen ? 1 : 0 }}
          />
        </Box>
      }
    />
  );
}
