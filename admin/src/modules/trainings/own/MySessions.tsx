import { formatDate, inZone, zone } from '@kontor/shared';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type Identifier, type RaRecord, useGetList, useGetMany } from 'ra-core';
import { Link } from 'react-router-dom';
import { Trouble } from '../../../app/feedback/Trouble.tsx';
import { TileCard } from '../../../app/home/TileCard.tsx';
import { TileRow } from '../../../app/home/TileRow.tsx';
import { TileSkeleton } from '../../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../../app/texts.ts';
import { embeddedTitles } from '../../../kinds/common/embedded.ts';
import { useCan } from '../../../providers/access.ts';
import { arriving } from '../marks.ts';
import { useWords } from './words.ts';

const shown = 8;

/** Where the trainer is next, with the attendance of what is on, or was within the last days. */
export function MySessions({ trainer }: { readonly trainer: Identifier }) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const filter = { trainer_id: trainer, status: 'confirmed', ends_at_gte: 'today-3' };
  const { data, error, refetch } = useGetList<RaRecord>('trainer_assignments', {
    filter,
    pagination: { page: 1, perPage: shown },
    sort: { field: 'starts_at', order: 'ASC' },
    meta: { embed: ['training_id', 'session_id'] },
  });
  const { data: sessions = [] } = useGetMany<RaRecord>(
    'training_sessions',
    { ids: (data ?? []).map((one) => one.session_id), meta: { embed: ['location_id'] } },
    { enabled: Boolean(data?.length) },
  );
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <TileSkeleton />;
  const places = new Map(
    sessions
      .filter(Boolean)
      .map((one) => [one.id, embeddedTitles(one, 'location_id')[0]?.title ?? (one.online_link ? 'Online' : '')]),
  );
  const soon = arriving(new Date());
  return (
    <TileCard
      title={t('sessions')}
      all={{
        to: `/trainer_assignments?${new URLSearchParams({ filter: JSON.stringify({ trainer_id: trainer, status: 'confirmed' }), sort: 'starts_at', order: 'ASC' })}`,
        label: t('all'),
      }}
    >
      {data.map((one) => {
        const from = inZone(new Date(one.starts_at), zone.name);
        const to = inZone(new Date(one.ends_at), zone.name);
        const [training] = embeddedTitles(one, 'training_id');
        const [session] = embeddedTitles(one, 'session_id');
        return (
          <TileRow
            key={one.id}
            wrap
            to={`/trainings/${one.training_id}/show`}
            title={training?.title ?? session?.title ?? ''}
            detail={[
              `${formatDate(from.date, locale)} ${from.time}–${to.time}`,
              places.get(one.session_id),
              session?.title,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              can('create', 'attendance_records') &&
              one.starts_at <= soon && (
                <Button
                  component={Link}
                  to={`/training_sessions/${one.session_id}/attendance`}
                  size="small"
                  variant="outlined"
                  sx={{ flex: 'none', minHeight: { xs: 44, sm: 0 } }}
                >
                  {t('attendance')}
                </Button>
              )
            }
          />
        );
      })}
      {data.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {t('none')}
        </Typography>
      )}
    </TileCard>
  );
}
