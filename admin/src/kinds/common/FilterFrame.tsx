import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactNode } from 'react';
import type { KindFilterProps } from '../view.ts';
import { entriesFor } from './filters.ts';
import { useWords } from './words.ts';

export interface FilterFrameProps extends KindFilterProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** Name of a filter, its inputs, and "leer" where the kind knows it. */
export function FilterFrame({ id, name, field, label, values, onChange, children }: FilterFrameProps) {
  const t = useWords();
  const empty = values[`${name}_null`] === true;
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 28 }}>
        <Box component="span" id={`${id}-label`} sx={{ typography: 'body2', fontWeight: 500 }}>
          {label}
        </Box>
        {!field.required && kindOf(field).operators.includes('null') && (
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={empty}
                slotProps={{ input: { 'aria-label': t('field_empty', { label }) } }}
                onChange={(_, checked) =>
                  onChange({ ...entriesFor(values, name), [`${name}_null`]: checked ? true : undefined })
                }
                sx={{ p: 0.5 }}
              />
            }
            label={t('empty')}
            slotProps={{ typography: { variant: 'body2', color: 'text.secondary' } }}
            sx={{ mr: 0 }}
          />
        )}
      </Box>
      {!empty && children}
    </Box>
  );
}
