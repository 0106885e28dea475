import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useTexts } from '../../app/texts.ts';
import { importResult } from '../../providers/jobs.ts';
import { ResultStep } from '../../screens/import/ResultStep.tsx';

const texts = {
  checked: {
    de: 'Die Datei wurde nur geprüft, gespeichert wurde nichts. Zum Importieren wählen Sie sie in der Liste noch einmal.',
    en: 'The file was only checked, nothing was saved. To import it, choose it once more in the list.',
  },
  list: { de: 'Zur Liste', en: 'To the list' },
  show: { de: 'Importierte Einträge zeigen', en: 'Show imported records' },
};

interface ImportJob {
  readonly id: string;
  readonly started_at: string;
  readonly finished_at: string;
  readonly payload: { readonly resource: string };
}

/** What an import in the background has come to, as the direct one shows it. */
export default function ImportOutcome({ job }: { readonly job: ImportJob }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs', 'import result', job.id],
    queryFn: ({ signal }) => importResult(job.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const during = { updated_at_gte: job.started_at, updated_at_lte: job.finished_at };
  const list = data.committed
    ? `?${new URLSearchParams({ filter: JSON.stringify(during), sort: 'updated_at', order: 'DESC', page: '1', perPage: '25' })}`
    : '';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, pb: 3 }}>
      {data.dry_run && <Alert severity="info">{t('checked')}</Alert>}
      <ResultStep result={data} mode="all" />
      <Box>
        <Button variant="outlined" component={Link} to={`/${job.payload.resource}${list}`}>
          {t(data.committed ? 'show' : 'list')}
        </Button>
      </Box>
    </Box>
  );
}
