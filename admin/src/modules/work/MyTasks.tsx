import { inZone, plusDays, zone } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useGetList } from 'ra-core';
import { Link } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileCard } from '../../app/home/TileCard.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import { type Task, urgencies, urgencyOf } from './due.ts';
import { TaskRow } from './TaskRow.tsx';

const texts = {
  title: { de: 'Was auf Sie wartet', en: 'What waits for you' },
  all: { de: 'Alle meine Aufgaben', en: 'All my tasks' },
  overdue: { de: 'Überfällig', en: 'Overdue' },
  today: { de: 'Heute', en: 'Today' },
  soon: { de: 'In den nächsten 7 Tagen', en: 'Within the next 7 days' },
  none: {
    de: 'Für die nächsten 7 Tage ist alles erledigt.',
    en: 'Everything is done for the next 7 days.',
  },
  create: { de: 'Aufgabe anlegen', en: 'Create task' },
  more: { de: '{count} weitere ansehen', en: 'Show {count} more' },
};
/** Of each group; the rest is one click away. */
const shown = 6;
const most = 200;
const unfinished = ['open', 'in_progress', 'waiting'];

/** My tasks that are overdue or due soon, to be ticked off right here. */
export default function MyTasks() {
  const t = useTexts(texts);
  const can = useCan();
  const { user } = useSession();
  const today = inZone(new Date(), zone.name).date;
  const filter = { assignee_id: user.id, status: unfinished };
  const { data, isPending, error, refetch } = useGetList<Task>('tasks', {
    filter: { ...filter, due_on_lte: plusDays(today, 7) },
    pagination: { page: 1, perPage: most },
    sort: { field: 'due_on', order: 'ASC' },
    meta: { embed: ['subject'] },
  });
  if (isPending) return <TileSkeleton />;
  if (error) return <Trouble error={error} retry={refetch} />;
  const list = (due: Record<string, string>) =>
    `/tasks?${new URLSearchParams({ filter: JSON.stringify({ ...filter, ...due }), sort: 'due_on', order: 'ASC' })}`;
  const dueIn = {
    overdue: { due_on_lt: today },
    today: { due_on: today },
    soon: { due_on_gt: today, due_on_lte: plusDays(today, 7) },
  };
  const groups = urgencies
    .map((urgency) => ({ urgency, tasks: data.filter(({ due_on }) => urgencyOf(due_on, today) === urgency) }))
    .filter(({ tasks }) => tasks.length > 0);
  return (
    <TileCard title={t('title')} all={{ to: list({}), label: t('all') }}>
      {groups.map(({ urgency, tasks }) => (
        <Box key={urgency} component="section" sx={{ mb: 0.5 }}>
          <Typography
            variant="overline"
            component="h3"
            sx={{ px: 2, color: urgency === 'overdue' ? 'error.main' : 'text.secondary' }}
          >
            {t(urgency)}
          </Typography>
          {tasks.slice(0, shown).map((task) => (
            <TaskRow key={task.id} task={task} overdue={urgency === 'overdue'} />
          ))}
          {tasks.length > shown && (
            <Button component={Link} to={list(dueIn[urgency])} size="small" color="primary" sx={{ ml: 5.5 }}>
              {t('more', { count: tasks.length - shown })}
            </Button>
          )}
        </Box>
      ))}
      {groups.length === 0 && (
        <Box sx={{ px: 2, pb: 1, display: 'grid', gap: 1.5, justifyItems: 'start' }}>
          <Typography color="text.secondary">{t('none')}</Typography>
          {can('create', 'tasks') && (
            <Button component={Link} to="/tasks/create" variant="outlined" size="small">
              {t('create')}
            </Button>
          )}
        </Box>
      )}
    </TileCard>
  );
}
