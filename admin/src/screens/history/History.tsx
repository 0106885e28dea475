import type { Resource } from '@kontor/shared';
import HistoryIcon from '@mui/icons-material/History';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useKontor } from '../../providers/dataProvider.ts';
import { HistoryItem } from './HistoryItem.tsx';
import { useWords } from './words.ts';

/** Everything that was changed on a record, newest first. */
export default function History({ resource, id }: { resource: Resource; id: Identifier }) {
  const t = useWords();
  const api = useKontor();
  const { data, error, refetch } = useQuery({
    queryKey: [resource.name, 'history', id],
    queryFn: ({ signal }) => api.history(resource.name, id, signal),
  });
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data)
    return [64, 40, 52].map((height) => <Skeleton key={height} variant="rounded" height={height} sx={{ mb: 2 }} />);
  if (data.length === 0) return <Notice icon={<HistoryIcon />} title={t('empty')} text={t('empty_text')} />;
  return (
    <Paper variant="outlined" component="ol" sx={{ listStyle: 'none', m: 0, p: { xs: 2, sm: 3 }, maxWidth: 920 }}>
      {data.map((entry) => (
        <HistoryItem key={entry.id} resource={resource} entry={entry} />
      ))}
    </Paper>
  );
}
