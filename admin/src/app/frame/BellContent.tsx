import { formatDate } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemButton from '@mui/material/ListItemButton';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import AssignedIcon from 'icon/AssignmentIndOutlined';
import RuleIcon from 'icon/BoltOutlined';
import DueIcon from 'icon/EventOutlined';
import OverdueIcon from 'icon/WarningAmber';
import { Link } from 'react-router-dom';
import { labelOf } from '../../declarations.ts';
import { markAllRead, markRead, type Notification, newestNotifications } from '../../providers/notifications.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useSession } from '../../providers/session.ts';
import { Trouble } from '../feedback/Trouble.tsx';
import { useSay } from '../feedback/useSay.ts';
import { relativeTime } from '../relativeTime.ts';
import { type Texts, useLocale, useTexts } from '../texts.ts';

const texts = {
  title: { de: 'Benachrichtigungen', en: 'Notifications' },
  all: { de: 'Alle als gelesen markieren', en: 'Mark all as read' },
  none: {
    de: 'Nichts Neues. Hier steht, was Ihnen zugewiesen wird und was fällig ist.',
    en: 'Nothing new. What is assigned to you and what is due appears here.',
  },
  assigned: { de: 'Von {who} an Sie', en: 'From {who} to you' },
  assigned_by_nobody: { de: 'Ihnen zugewiesen', en: 'Assigned to you' },
  due: { de: 'Fällig am {date}', en: 'Due on {date}' },
  overdue: { de: 'War fällig am {date}', en: 'Was due on {date}' },
  unread: { de: 'ungelesen', en: 'unread' },
} satisfies Texts;

const icons = { assigned: AssignedIcon, due: DueIcon, overdue: OverdueIcon, rule: RuleIcon };
const colours = { assigned: 'info.main', due: 'warning.main', overdue: 'error.main', rule: 'primary.main' };

/** The newest notifications; each leads to its record and is read by that. */
export default function BellContent({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const say = useSay();
  const { user } = useSession();
  const client = useQueryClient();
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
              <Row
                one={one}
                onOpen={() => {
                  onClose();
                  if (one.read_at === null) after(markRead(one.id));
                }}
              />
            </li>
          ))}
        </Box>
      )}
    </>
  );
}

function Row({ one, onOpen }: { readonly one: Notification; readonly onOpen: () => void }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { kind, subject_resource: resource, subject_id: id, due_on: due, read_at: read } = one;
  const Icon = icons[kind];
  const who = one._embedded.created_by?.title;
  const date = due ? formatDate(due, locale) : '';
  const what =
    kind === 'rule'
      ? one.text
      : kind === 'assigned'
        ? who
          ? t('assigned', { who })
          : t('assigned_by_nobody')
        : t(kind, { date });
  return (
    <ListItemButton
      component={Link}
      to={`/${resource}/${id}/show`}
      onClick={onOpen}
      sx={{ alignItems: 'start', gap: 1.5, px: 2, py: 1 }}
    >
      <Icon fontSize="small" sx={{ color: colours[kind], mt: 0.25, flex: 'none' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: read ? 400 : 600, overflowWrap: 'anywhere' }}>
          {one._embedded.subject?.title ?? labelOf(resource, locale, 'one')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {`${what} · ${labelOf(resource, locale, 'one')} · ${relativeTime(one.created_at, locale)}`}
        </Typography>
      </Box>
      {read === null && (
        <Box
          role="img"
          aria-label={t('unread')}
          sx={{ width: 8, height: 8, mt: 0.75, borderRadius: '50%', bgcolor: 'primary.main', flex: 'none' }}
        />
      )}
    </ListItemButton>
  );
}
