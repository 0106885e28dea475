import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import StreamIcon from 'icon/HistoryOutlined';
import type { RaRecord } from 'ra-core';
import { Suspense, useState } from 'react';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, labelOf, useDeclaration } from '../../declarations.ts';
import type { StreamEntry } from '../../providers/dataProvider.ts';
import { byDay, dayName } from '../history/days.ts';
import { HistoryItem } from '../history/HistoryItem.tsx';
import { relatedValues } from '../show/related.ts';
import { StreamEntryForm } from './StreamEntryForm.tsx';
import { StreamRecord } from './StreamRecord.tsx';
import { useStream } from './useStream.ts';
import { useWords } from './words.ts';

export interface StreamProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** What hangs on the record by a subject. */
  readonly hanging: readonly IncomingRelation[];
}

const instantOf = (entry: StreamEntry): string => ('entry' in entry ? entry.entry.at : entry.at);

/** What happened around a record in one stream, of all kinds or of one, with the next entry at its top. */
export default function Stream({ resource, record, hanging }: StreamProps) {
  const t = useWords();
  const locale = useLocale();
  const [kind, setKind] = useState('');
  const { entries, kinds, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useStream(
    resource.name,
    record.id,
    kind,
  );
  return (
    <Box sx={{ maxWidth: 920, display: 'grid', gap: 2 }}>
      {!record.deleted_at && (
        <Suspense fallback={null}>
          {hanging.map((relation) => (
            <Composer key={relation.resource} relation={relation} target={resource.name} id={record.id} />
          ))}
        </Suspense>
      )}
      {kinds.length > 1 && (
        <Box role="group" aria-label={t('kinds')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {['', ...kinds].map((name) => (
            <Chip
              key={name}
              label={name === '' ? t('all') : name === 'changes' ? t('changes') : labelOf(name, locale)}
              aria-pressed={kind === name}
              color={kind === name ? 'primary' : 'default'}
              variant={kind === name ? 'filled' : 'outlined'}
              onClick={() => setKind(name)}
            />
          ))}
        </Box>
      )}
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : !entries ? (
        [64, 40, 52].map((height) => <Skeleton key={height} variant="rounded" height={height} />)
      ) : entries.length === 0 ? (
        <Notice icon={<StreamIcon />} title={t('empty')} text={t('empty_text')} />
      ) : (
        <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}>
          {byDay(entries, instantOf).map(({ date, entries: ofDay }) => (
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
          ))}
          {hasNextPage && (
            <Button sx={{ justifySelf: 'start' }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('older')}
            </Button>
          )}
        </Paper>
      )}
    </Box>
  );
}

/** The form of an entry, for a resource whose entries are written in the stream. */
function Composer({ relation, target, id }: { relation: IncomingRelation; target: string; id: RaRecord['id'] }) {
  const { stream } = useDeclaration(relation.resource);
  if (!stream?.entry) return null;
  return <StreamEntryForm of={relation.resource} values={relatedValues(relation, target, id)} />;
}
