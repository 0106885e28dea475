import { optionLabel, plusDays, type Resource, type Tone } from '@kontor/shared';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { narrowed } from './narrowed.ts';
import { type DayPart, QuarterDay, sum } from './QuarterDay.tsx';
import { daysOfMonth, type Quarter } from './quarter.ts';
import { fromWall } from './times.ts';
import { useWords } from './words.ts';

interface QuarterGridProps {
  readonly resource: Resource;
  readonly filter: FilterValues;
  readonly instant: boolean;
  readonly quarter: Quarter;
  readonly today: string;
  readonly onDay: (date: string) => void;
  readonly onMonth: (date: string) => void;
}

/** A Monday and the six days after it. */
const week = Array.from({ length: 7 }, (_, day) => plusDays('2024-01-01', day));
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A quarter of a year at a glance: how much begins on each day, by its state. The database counts, so that a year with
 * ten thousand dates is as quick as one with ten. A day leads to itself, the name of a month to the month.
 */
export function QuarterGrid({ resource, filter, instant, quarter, today, onDay, onMonth }: QuarterGridProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const { from } = resource.views!.calendar!;
  const by = resource.workflow?.field;
  const [first] = quarter.months as [string];
  const at = (date: string) => fromWall(new Date(`${date}T00:00:00Z`), instant);
  const within = narrowed(filter, { [`${from}_gte`]: at(first), [`${from}_lt`]: at(quarter.end) });
  const group = [`${from}:day`, ...(by ? [by] : [])];
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [resource.name, 'aggregate', 'quarter', group, within],
    queryFn: ({ signal }) => api.aggregate(resource.name, { group, measures: ['count'], filter: within }, signal),
  });
  // one stop for the tab key; the arrows go from day to day
  const [chosen, setChosen] = useState<string>();
  const stop =
    chosen && chosen >= first && chosen < quarter.end ? chosen : today >= first && today < quarter.end ? today : first;
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />;

  const field = by ? resource.fields[by] : undefined;
  const toneOf = (state: string): Tone => (field?.tones as Record<string, Tone> | undefined)?.[state] ?? 'neutral';
  const shares = new Map<string, DayPart[]>();
  for (const row of data ?? []) {
    const state = by ? String(row[by]) : '';
    const part = { state, tone: toneOf(state), count: Number(row.count) };
    shares.set(row[from], [...(shares.get(row[from]) ?? []), part]);
  }
  const monthly = new Map<string, number>();
  for (const [day, of] of shares) monthly.set(day.slice(0, 7), (monthly.get(day.slice(0, 7)) ?? 0) + sum(of));
  const most = Math.max(1, ...[...shares.values()].map(sum));
  const told = (of: readonly DayPart[]) => {
    if (of.length === 0) return t('free');
    if (!field) return t('entries', { count: sum(of) });
    return of.map(({ state, count }) => `${count} ${optionLabel(field, state, locale)}`).join(', ');
  };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone: 'UTC' });
  const [head, weekday, long] = [
    format({ month: 'long', year: 'numeric' }),
    format({ weekday: 'short' }),
    format({ weekday: 'long', day: 'numeric', month: 'long' }),
  ];
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const chord = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (step === undefined || chord || !(event.target as HTMLElement).dataset.day) return;
    event.preventDefault();
    const to = plusDays(stop, step);
    if (to < first || to >= quarter.end) return;
    setChosen(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <Box sx={{ height: '100%', overflow: 'auto' }}>
      <Box
        onKeyDown={onKey}
        aria-busy={isFetching}
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' },
          pb: 1,
        }}
      >
        {quarter.months.map((month) => (
          <Box component="section" key={month} aria-label={head.format(new Date(month))}>
            <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', mb: 0.5 }}>
              <Typography variant="h3" component="h3">
                <ButtonBase
                  onClick={() => onMonth(month)}
                  sx={{ font: 'inherit', borderRadius: 0.5, px: 0.5, mx: -0.5 }}
                >
                  {head.format(new Date(month))}
                </ButtonBase>
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {data && t('entries', { count: monthly.get(month.slice(0, 7)) ?? 0 })}
              </Typography>
            </Box>
            <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', gap: '2px' }}>
              {week.map((day) => (
                <Typography
                  key={day}
                  variant="caption"
                  aria-hidden
                  sx={{ textAlign: 'center', fontWeight: 600, color: 'text.secondary' }}
                >
                  {weekday.format(new Date(day))}
                </Typography>
              ))}
              {daysOfMonth(month).map((day) => (
                <QuarterDay
                  key={day}
                  day={day}
                  name={long.format(new Date(day))}
                  told={data && told(shares.get(day) ?? [])}
                  parts={shares.get(day) ?? []}
                  most={most}
                  today={day === today}
                  stop={day === stop}
                  onFocus={setChosen}
                  onClick={onDay}
                />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
