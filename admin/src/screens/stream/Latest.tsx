import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { PanelCard } from '../dashboard/PanelCard.tsx';
import { Composers } from './Composers.tsx';
import type { StreamProps } from './Stream.tsx';
import { StreamDays } from './StreamDays.tsx';
import { useStream } from './useStream.ts';
import { useWords } from './words.ts';

/** So many entries; the rest is one click away. */
const shown = 5;

/** What happened around a record last, beside its values, and the place to write what comes next. */
export default function Latest({ resource, record, hanging }: StreamProps) {
  const t = useWords();
  const { entries, error, refetch } = useStream(resource.name, record.id, '');
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  const nothing = entries?.length === 0 ? { nothing: t('empty') } : { all: { to: '?tab=stream', label: t('all') } };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Composers resource={resource} record={record} hanging={hanging} />
      <PanelCard title={t('title')} {...nothing}>
        <Box sx={{ display: 'grid', gap: 2, px: 2, pt: 0.5, pb: 1 }}>
          {entries ? (
            <StreamDays resource={resource} entries={entries.slice(0, shown)} />
          ) : (
            [64, 40, 52].map((height) => <Skeleton key={height} variant="rounded" height={height} />)
          )}
        </Box>
      </PanelCard>
    </Box>
  );
}
