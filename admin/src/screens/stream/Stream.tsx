import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import StreamIcon from 'icon/HistoryOutlined';
import type { RaRecord } from 'ra-core';
import { useState } from 'react';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, labelOf } from '../../declarations.ts';
import { Composers } from './Composers.tsx';
import { StreamDays } from './StreamDays.tsx';
import { useStream } from './useStream.ts';
import { useWords } from './words.ts';

export interface StreamProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** What hangs on the record by a subject. */
  readonly hanging: readonly IncomingRelation[];
}

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
      <Composers resource={resource} record={record} hanging={hanging} />
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
          <StreamDays resource={resource} entries={entries} />
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
