import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId } from 'react';
import type { KindFilterProps } from '../view.ts';
import { useWords } from './words.ts';

/** Whether there is a value at all; for kinds whose content can not be compared. */
export function NullFilter({ name, label, values, onChange }: KindFilterProps) {
  const t = useWords();
  const id = useId();
  const key = `${name}_null`;
  const value = values[key] === true ? 'empty' : values[key] === false ? 'filled' : 'any';
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
        onChange={(_, next) => next && onChange({ [key]: next === 'any' ? undefined : next === 'empty' })}
      >
        {(['any', 'filled', 'empty'] as const).map((option) => (
          <ToggleButton key={option} value={option}>
            {t(option)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
