import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { useCan } from '../../providers/access.ts';
import { markAllRead, markRead, newestNotifications } from '../../providers/notifications.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useSession } from '../../providers/session.ts';
import { Trouble } from '../feedback/Trouble.tsx';
import { useSay } from '../feedback/useSay.ts';
import { type Texts, useTexts } from '../texts.ts';
import { BellRow } from './BellRow.tsx';

const texts = {
  title: { de: 'Benachrichtigungen', en: 'Notifications' },
  all: { de: 'Alle als gelesen markieren', en: 'Mark all as read' },
  none: {
    de: 'Nichts Neues. Hier steht, was Ihnen zugewiesen wird, was fällig ist, wo Sie erwähnt werden und woran Sie erinnert werden wollen.',
    en: 'Nothing new. What is assigned to you, what is due, where you are mentioned and what you want to be reminded of appears here.',
  },
  reminders: { de: 'Meine Erinnerungen', en: 'My reminders' },
} satisfies Texts;

/** What is still to come, the next first. */
const toCome = `/reminders?${new URLSearchParams({ filter: JSON.stringify({ state: 'open' }) })}`;

/** The newest notifications; each leads to its record and is read by that. */
export default function BellContent({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const say = useSay();
  const { user } = useSession();
  const client = useQueryClient();
  const can = useCan();
  const { data, error, refetch } = useQuery({
    queryKey: ['notifications', 'newest', user.id],
    queryFn: () => newestNotifications(user.id),
    staleTime: 0,
  });
  const after = (work: Promise<unknown>) =>
    void work
      .then(() => client.invalidateQueries({ queryKey: ['notifications'] }))
      .catch((failure) => say({ text: reasonOf(failure), tone: 'error' }));
  const unread = data?.some((one) => one.read_at === null);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, minHeight: 52 }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>
          {t('title')}
        </Typography>
        {unread && (
          <Button size="small" color="inherit" onClick={() => after(markAllRead())}>
            {t('all')}
          </Button>
        )}
      </Box>
      <Divider />
      {error && !data && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <Box sx={{ p: 2, display: 'grid', gap: 1 }}>
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} variant="rounded" height={44} />
          ))}
        </Box>
      )}
      {data?.length === 0 && (
        <Typography color="text.secondary" sx={{ p: 2 }}>
          {t('none')}
        </Typography>
      )}
      {data && data.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 'min(60vh, 520px)', overflowY: 'auto' }}>
          {data.map((one) => (
            <li key={one.id}>
              <BellRow
                one={one}
                onDo={after}
                onOpen={() => {
                  onClose();
                  if (one.read_at === null) after(markRead(one.id));
                }}
              />
            </li>
          ))}
        </Box>
      )}
      {can('read', 'reminders') && (
        <>
          <Divider />
          <Button fullWidth color="inherit" component={Link} to={toCome} onClick={onClose} sx={{ py: 1 }}>
            {t('reminders')}
          </Button>
        </>
      )}
    </>
  );
}
