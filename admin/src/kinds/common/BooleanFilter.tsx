import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId } from 'react';
import type { KindFilterProps } from '../view.ts';
import { useWords } from './words.ts';

/** Yes, no, or both. */
export function BooleanFilter({ name, label, values, onChange }: KindFilterProps) {
  const t = useWords();
  const id = useId();
  const value = values[name] === true ? 'yes' : values[name] === false ? 'no' : 'any';
  return (
    <Box>
      <Box component="span" id={id} sx={{ typography: 'body2', fontWeight: 500, display: 'block', mb: 0.5 }}>
        {label}
      </Box>
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        aria-labelledby={id}
        value={value}
        onChange={(_, next) => next && onChange({ [name]: next === 'any' ? undefined : next === 'yes' })}
      >
        {(['any', 'yes', 'no'] as const).map((key) => (
          <ToggleButton key={key} value={key}>
            {t(key)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
