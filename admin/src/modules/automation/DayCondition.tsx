import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import { entriesFor } from '../../kinds/common/filters.ts';
import { type MovingWay, movingEntries, movingIn, movingWays, needsDays } from '../../kinds/common/moving.ts';
import { FieldFilter } from '../../kinds/FieldFilter.tsx';
import type { FilterValues } from '../../screens/list/filters/entries.ts';
import { useWords } from './words.ts';

interface DayConditionProps {
  readonly resource: Resource;
  readonly name: string;
  readonly values: FilterValues;
  readonly onChange: (entries: Record<string, unknown>) => void;
}

/** As many as a form begins with. */
const usualDays = 14;
const mostDays = 3650;

/** A condition on a date: by days that move with today, or by fixed ones. */
export function DayCondition({ resource, name, values, onChange }: DayConditionProps) {
  const t = useWords();
  const locale = useLocale();
  const moving = movingIn(values, name);
  const isSet = Object.keys(entriesFor(values, name)).length > 0;
  const [fixed, setFixed] = useState(isSet && !moving);
  const way = moving?.way ?? (fixed ? 'fixed' : '');
  const set = (entries: Record<string, unknown>) => onChange({ ...entriesFor(values, name), ...entries });
  const choose = (next: MovingWay | 'fixed') => {
    setFixed(next === 'fixed');
    set(next === 'fixed' ? {} : movingEntries(name, { way: next, days: moving?.days || usualDays }));
  };
  const setDays = (text: string) => {
    const days = Math.min(Number(text.replace(/\D/g, '')), mostDays);
    if (moving && days > 0) set(movingEntries(name, { way: moving.way, days }));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, alignSelf: 'start' }}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextField
          select
          fullWidth
          size="small"
          label={fieldLabel(fieldNamed(resource, name)!, name, locale)}
          value={way}
          onChange={(event) => choose(event.target.value as MovingWay | 'fixed')}
        >
          {(Object.keys(movingWays) as MovingWay[]).map((one) => (
            <MenuItem key={one} value={one} dense>
              {movingWays[one][locale]}
            </MenuItem>
          ))}
          <MenuItem value="fixed" dense>
            {t('fixed_days')}
          </MenuItem>
        </TextField>
        {moving && needsDays(moving.way) && (
          <TextField
            key={moving.way}
            size="small"
            label={t('days')}
            defaultValue={moving.days}
            onChange={(event) => setDays(event.target.value)}
            sx={{ width: 96, flexShrink: 0 }}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
          />
        )}
      </Box>
      {way === 'fixed' && <FieldFilter {...{ resource, name, values, onChange }} />}
    </Box>
  );
}
