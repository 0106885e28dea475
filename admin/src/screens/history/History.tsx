import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import CompareIcon from 'icon/CompareArrows';
import HistoryIcon from 'icon/History';
import type { Identifier } from 'ra-core';
import { useState } from 'react';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useLocale } from '../../app/texts.ts';
import type { HistoryEntry } from '../../providers/dataProvider.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { byDay, dayName } from './days.ts';
import { HistoryItem } from './HistoryItem.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useHistory } from './useHistory.ts';
import { useWords } from './words.ts';

/** Everything that was changed on a record, newest first; any two versions side by side; an earlier one put back. */
export default function History({ resource, id }: { resource: Resource; id: Identifier }) {
  const t = useWords();
  const locale = useLocale();
  const restore = useOffer(resource)('update');
  const { entries, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(resource.name, id);
  const [comparing, setComparing] = useState<number>();
  const [restoring, setRestoring] = useState<HistoryEntry>();
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!entries)
    return [64, 40, 52].map((height) => <Skeleton key={height} variant="rounded" height={height} sx={{ mb: 2 }} />);
  if (entries.length === 0) return <Notice icon={<HistoryIcon />} title={t('empty')} text={t('empty_text')} />;
  const newest = entries[0]!.version;
  return (
    <Box sx={{ maxWidth: 920, display: 'grid', gap: 1.5 }}>
      {newest > 1 && (
        <Box sx={{ display: 'flex', justifyContent: 'end' }}>
          <Button variant="outlined" startIcon={<CompareIcon />} onClick={() => setComparing(newest - 1)}>
            {t('compare')}
          </Button>
        </Box>
      )}
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}>
        {byDay(entries, (entry) => entry.at).map(({ date, entries: ofDay }) => (
          <section key={date} aria-label={dayName(date, locale)}>
            <Typography component="h2" variant="body2" sx={{ fontWeight: 600, mb: 1.5 }}>
              {dayName(date, locale)}
            </Typography>
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {ofDay.map((entry) => (
                <HistoryItem
                  key={entry.id}
                  resource={resource}
                  entry={entry}
                  {...(entry.version < newest ? { onCompare: () => setComparing(entry.version) } : {})}
                  {...(entry.version < newest && restore.shown
                    ? { whyNot: restore.why, onRestore: () => setRestoring(entry) }
                    : {})}
                />
              ))}
            </Box>
          </section>
        ))}
        {hasNextPage && (
          <Button sx={{ justifySelf: 'start' }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('load_older')}
          </Button>
        )}
      </Paper>
      {comparing !== undefined && (
        <CompareDialog
          resource={resource}
          id={id}
          entries={entries}
          left={comparing}
          onClose={() => setComparing(undefined)}
        />
      )}
      {restoring && (
        <RestoreDialog resource={resource} id={id} entry={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Box>
  );
}
