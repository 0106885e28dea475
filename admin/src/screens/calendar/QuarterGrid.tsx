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
import { type Quarter, weeksOf } from './quarter.ts';
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

interface Share {
  readonly state: string;
  readonly count: number;
}

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

  const shares = new Map<string, Share[]>();
  for (const row of data ?? []) {
    const of = shares.get(row[from]) ?? [];
    of.push({ state: by ? row[by] : '', count: Number(row.count) });
    shares.set(row[from], of);
  }
  const sum = (of: readonly Share[] = []) => of.reduce((all, { count }) => all + count, 0);
  const monthly = new Map<string, number>();
  for (const [day, of] of shares) monthly.set(day.slice(0, 7), (monthly.get(day.slice(0, 7)) ?? 0) + sum(of));
  const most = Math.max(1, ...[...shares.values()].map(sum));
  const field = by ? resource.fields[by] : undefined;
  const told = (of: readonly Share[]) =>
    field
      ? of.map(({ state, count }) => `${count} ${optionLabel(field, state, locale)}`).join(', ')
      : t('entries', { count: sum(of) });
  const toneOf = (state: string): Tone => (field?.tones as Record<string, Tone> | undefined)?.[state] ?? 'neutral';
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
              {weeksOf(quarter.months[0]!)[1]!.map((day) => (
                <Typography
                  key={day}
                  variant="caption"
                  aria-hidden
                  sx={{ textAlign: 'center', fontWeight: 600, color: 'text.secondary' }}
                >
                  {weekday.format(new Date(day!))}
                </Typography>
              ))}
              {weeksOf(month)
                .flat()
                .map((day, place) => {
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is nothing but its place
                  if (!day) return <Box key={`empty ${place}`} />;
                  const of = shares.get(day) ?? [];
                  const count = sum(of);
                  const name = long.format(new Date(day));
                  return (
                    <ButtonBase
                      key={day}
                      data-day={day}
                      tabIndex={day === stop ? 0 : -1}
                      aria-label={data ? `${name}: ${count ? told(of) : t('free')}` : name}
                      aria-current={day === today ? 'date' : undefined}
                      title={count ? told(of) : undefined}
                      onFocus={() => setChosen(day)}
                      onClick={() => onDay(day)}
                      sx={{
                        height: { xs: 56, md: 'clamp(52px, 10vh, 84px)' },
                        p: 0.5,
                        display: 'flex',
                        flexDirection: 'column',
                        alignItems: 'stretch',
                        justifyContent: 'space-between',
                        borderRadius: 0.5,
                        border: 1,
                        borderColor: day === today ? 'primary.main' : 'divider',
                        bgcolor: place % 7 > 4 ? 'frame.sunken' : 'background.paper',
                        '&:hover': { bgcolor: 'action.hover' },
                        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1 },
                      }}
                    >
                      <Box
                        component="span"
                        sx={{
                          typography: 'caption',
                          textAlign: 'left',
                          color: day === today ? 'primary.main' : 'text.secondary',
                          fontWeight: day === today ? 700 : 400,
                        }}
                      >
                        {Number(day.slice(8))}
                      </Box>
                      {count > 0 && (
                        <>
                          <Box component="span" sx={{ fontWeight: 620, lineHeight: 1 }}>
                            {count}
                          </Box>
                          <Box
                            component="span"
                            sx={{ display: 'flex', height: 6, width: `${Math.max(12, (100 * count) / most)}%` }}
                          >
                            {of.map((one) => (
                              <Box
                                key={one.state}
                                component="span"
                                sx={{
                                  flex: one.count,
                                  bgcolor: (theme) => theme.palette.tones[toneOf(one.state)].text,
                                  '&:first-of-type': { borderRadius: '3px 0 0 3px' },
                                  '&:last-of-type': { borderRadius: '0 3px 3px 0' },
                                  '&:only-of-type': { borderRadius: '3px' },
                                }}
                              />
                            ))}
                          </Box>
                        </>
                      )}
                    </ButtonBase>
                  );
                })}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
