import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Suspense } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { StreamEntry } from '../../providers/dataProvider.ts';
import { byDay, dayName } from '../history/days.ts';
import { HistoryItem } from '../history/HistoryItem.tsx';
import { StreamRecord } from './StreamRecord.tsx';

interface StreamDaysProps {
  readonly resource: Resource;
  readonly entries: readonly (StreamEntry & { readonly cursor: string })[];
}

const instantOf = (entry: StreamEntry): string => ('entry' in entry ? entry.entry.at : entry.at);

/** Entries of a stream, day by day. */
export function StreamDays({ resource, entries }: StreamDaysProps) {
  const locale = useLocale();
  return byDay(entries, instantOf).map(({ date, entries: ofDay }) => (
    <section key={date} aria-label={dayName(date, locale)}>
      <Typography component="h2" variant="body2" sx={{ fontWeight: 600, mb: 1.5 }}>
        {dayName(date, locale)}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ofDay.map((entry) => (
          <Suspense key={entry.cursor} fallback={<Skeleton height={48} />}>
            {'entry' in entry ? (
              <HistoryItem resource={resource} entry={entry.entry} />
            ) : (
              <StreamRecord of={entry.of} at={entry.at} record={entry.record} />
            )}
          </Suspense>
        ))}
      </Box>
    </section>
  ));
}
