import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId } from 'react';
import type { KindFilterProps } from '../view.ts';
import { useWords, type Word } from './words.ts';

interface EitherFilterProps extends Pick<KindFilterProps, 'label' | 'values' | 'onChange'> {
  /** The entry of the filter that is true, false, or not there. */
  readonly entry: string;
  /** What both are called, in the order in which they are offered. */
  readonly options: readonly (readonly [word: Word, value: boolean])[];
}

/** One thing, its opposite, or both. */
export function EitherFilter({ label, values, onChange, entry, options }: EitherFilterProps) {
  const t = useWords();
  const id = useId();
  const chosen = options.find(([, value]) => value === values[entry])?.[0] ?? 'any';
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
        value={chosen}
        onChange={(_, next) => next && onChange({ [entry]: options.find(([word]) => word === next)?.[1] })}
      >
        {(['any', ...options.map(([word]) => word)] as const).map((word) => (
          <ToggleButton key={word} value={word}>
            {t(word)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
