import { formatDate, parseDate } from '@kontor/shared';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useId } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { KindFilterProps } from '../view.ts';
import { CalendarButton } from './CalendarButton.tsx';
import { FilterFrame } from './FilterFrame.tsx';
import { entriesFor, presets, type Span, spanEntries, spanIn, spanOf } from './filters.ts';
import { describeMoving, movingIn } from './moving.ts';
import { RangeEnd } from './RangeEnd.tsx';
import { useWords } from './words.ts';

/** A span of days: typed, picked or one of the usual ones. Instants are filtered by day as well. */
export function DateFilter({ instant = false, ...props }: KindFilterProps & { instant?: boolean }) {
  const { name, label, values, onChange } = props;
  const t = useWords();
  const locale = useLocale();
  const id = useId();
  // days that move with today are said elsewhere; here they can be taken away
  const moving = movingIn(values, name);
  const span = moving ? {} : spanIn(values, name, instant);
  const set = (next: Span) => onChange({ ...entriesFor(values, name), ...spanEntries(name, next, instant) });
  const same = (a: Span, b: Span) => a.from === b.from && a.to === b.to;
  const end = (key: 'from' | 'to') => (
    <RangeEnd
      label={`${label} ${t(key)}`}
      placeholder={t(key)}
      value={span[key]}
      format={(date: string) => formatDate(date, locale)}
      parse={parseDate}
      onChange={(date) => set({ ...span, [key]: date as string | undefined })}
      end={
        <CalendarButton
          label={`${label} ${t(key)}`}
          value={span[key] ?? null}
          onPick={(date) => set({ ...span, [key]: date })}
        />
      }
    />
  );
  return (
    <FilterFrame {...props} id={id}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        {end('from')}
        {end('to')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
        {moving && (
          <Chip
            size="small"
            color="primary"
            label={describeMoving(moving, locale)}
            onDelete={() => onChange(entriesFor(values, name))}
          />
        )}
        {presets.map((preset) => {
          const active = same(span, spanOf(preset));
          return (
            <Chip
              key={preset}
              size="small"
              label={t(preset)}
              aria-pressed={active}
              color={active ? 'primary' : 'default'}
              variant={active ? 'filled' : 'outlined'}
              onClick={() => set(active ? {} : spanOf(preset))}
            />
          );
        })}
      </Box>
    </FilterFrame>
  );
}
