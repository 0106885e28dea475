import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList } from 'ra-core';
import { TileCard } from '../../../app/home/TileCard.tsx';
import { TileRow } from '../../../app/home/TileRow.tsx';
import { embeddedTitles } from '../../../kinds/common/embedded.ts';
import { useCan } from '../../../providers/access.ts';
import { viewPath } from '../../../screens/list/views/viewPath.ts';
import { useMyself } from './useMyself.ts';
import { useWords } from './words.ts';

const shown = 5;
/** So many dates are looked through for trainings, the latest first. */
const latest = 100;

/** Papers of the trainings that the trainer leads: material, lists, contracts. */
export default function MyPapers() {
  const t = useWords();
  const can = useCan();
  const trainer = useMyself();
  const readable = can('read', 'documents');
  const { data: assignments } = useGetList<RaRecord>(
    'trainer_assignments',
    {
      filter: { trainer_id: trainer?.id, status: ['option', 'asked', 'confirmed'] },
      pagination: { page: 1, perPage: latest },
      sort: { field: 'starts_at', order: 'DESC' },
    },
    { enabled: Boolean(trainer) && readable },
  );
  const trainings = [...new Set((assignments ?? []).map((one) => one.training_id as string))];
  const filter = { subject_resource: 'trainings', subject_id: trainings };
  const papers = useGetList<RaRecord>(
    'documents',
    {
      filter,
      pagination: { page: 1, perPage: shown },
      sort: { field: 'created_at', order: 'DESC' },
      meta: { embed: ['subject'] },
    },
    { enabled: trainings.length > 0 },
  );
  if (!trainer || !readable || !assignments) return null;
  const data = trainings.length > 0 ? papers.data : [];
  if (!data) return null;
  return (
    <TileCard title={t('papers')} all={{ to: viewPath('documents', 'list', filter), label: t('all_papers') }}>
      {data.map((one) => (
        <TileRow
          key={one.id}
          to={`/documents/${one.id}/show`}
          title={one.name}
          detail={embeddedTitles(one, 'subject')[0]?.title ?? ''}
        />
      ))}
      {data.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {t('no_papers')}
        </Typography>
      )}
    </TileCard>
  );
}
