import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList } from 'ra-core';
import { TileCard } from '../../../app/home/TileCard.tsx';
import { TileRow } from '../../../app/home/TileRow.tsx';
import { embeddedTitles } from '../../../kinds/common/embedded.ts';
import { useCan } from '../../../providers/access.ts';
import { useMyself } from './useMyself.ts';
import { useWords } from './words.ts';

const shown = 5;

/** Papers of the trainings that the trainer leads: material, lists, contracts. */
export default function MyPapers() {
  const t = useWords();
  const can = useCan();
  const trainer = useMyself();
  const readable = can('read', 'documents');
  const { data } = useGetList<RaRecord>(
    'documents',
    {
      pagination: { page: 1, perPage: shown },
      sort: { field: 'created_at', order: 'DESC' },
      meta: { embed: ['subject'] },
    },
    { enabled: Boolean(trainer) && readable },
  );
  if (!trainer || !readable || !data) return null;
  return (
    <TileCard title={t('papers')} all={{ to: '/documents', label: t('all_papers') }}>
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
