import { formatDate } from '@kontor/shared';
import Box from '@mui/material/Box';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import ReminderIcon from 'icon/Alarm';
import MentionIcon from 'icon/AlternateEmail';
import AssignedIcon from 'icon/AssignmentIndOutlined';
import RuleIcon from 'icon/BoltOutlined';
import AttendanceIcon from 'icon/EventAvailableOutlined';
import DueIcon from 'icon/EventOutlined';
import AnswerIcon from 'icon/MarkEmailUnreadOutlined';
import BounceIcon from 'icon/UnsubscribeOutlined';
import OverdueIcon from 'icon/WarningAmber';
import { Link } from 'react-router-dom';
import { labelOf } from '../../declarations.ts';
import type { Notification } from '../../providers/notifications.ts';
import { relativeTime } from '../relativeTime.ts';
import { type Texts, useLocale, useTexts } from '../texts.ts';
import { ReminderButtons } from './ReminderButtons.tsx';

const texts = {
  assigned: { de: 'Von {who} an Sie', en: 'From {who} to you' },
  assigned_by_nobody: { de: 'Ihnen zugewiesen', en: 'Assigned to you' },
  due: { de: 'Fällig am {date}', en: 'Due on {date}' },
  overdue: { de: 'War fällig am {date}', en: 'Was due on {date}' },
  reminder: { de: 'Erinnerung', en: 'Reminder' },
  passed_on: { de: 'Erinnerung, weitergegeben von {who}', en: 'Reminder, passed on by {who}' },
  mention: { de: '{who} hat Sie erwähnt', en: '{who} mentioned you' },
  mentioned: { de: 'Sie wurden erwähnt', en: 'You were mentioned' },
  rule: { de: 'Hinweis einer Regel', en: 'Hint of a rule' },
  answer: { de: 'Antwort von {who}', en: 'Answer from {who}' },
  bounce: { de: 'Nicht zugestellt an {who}', en: 'Not delivered to {who}' },
  unread: { de: 'ungelesen', en: 'unread' },
} satisfies Texts;

const icons = {
  assigned: AssignedIcon,
  due: DueIcon,
  overdue: OverdueIcon,
  mention: MentionIcon,
  reminder: ReminderIcon,
  rule: RuleIcon,
  answer: AnswerIcon,
  bounce: BounceIcon,
  attendance: AttendanceIcon,
};
const colours = {
  assigned: 'info.main',
  due: 'warning.main',
  overdue: 'error.main',
  mention: 'info.main',
  reminder: 'primary.main',
  rule: 'primary.main',
  answer: 'info.main',
  bounce: 'error.main',
  attendance: 'info.main',
};

/** What is said of a notification, besides the record that it is about. */
function useSaid({ kind, text, due_on: due, _embedded: { created_by: by } }: Notification): string {
  const t = useTexts(texts);
  const locale = useLocale();
  const who = by?.title;
  if (kind === 'assigned') return who ? t('assigned', { who }) : t('assigned_by_nobody');
  if (kind === 'rule') return text ?? t('rule');
  if (kind === 'answer' || kind === 'bounce') return t(kind, { who: text ?? '' });
  if (kind === 'attendance') return text ?? '';
  if (kind === 'mention') return who ? t('mention', { who }) : t('mentioned');
  if (kind === 'reminder') return who ? t('passed_on', { who }) : t('reminder');
  return t(kind, { date: due ? formatDate(due, locale) : '' });
}

interface BellRowProps {
  readonly one: Notification;
  readonly onOpen: () => void;
  /** Waits for work, and looks anew. */
  readonly onDo: (work: Promise<unknown>) => void;
}

/** One notification: what it is about, why, since when, and of a reminder what can be done with it. */
export function BellRow({ one, onOpen, onDo }: BellRowProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const said = useSaid(one);
  const { kind, subject_resource: resource, subject_id: id, read_at: read, reminder_id: reminder } = one;
  const { message_id: mail } = one;
  const Icon = icons[kind];
  const note = one._embedded.reminder_id?.title ?? one._embedded.message_id?.title;
  return (
    <>
      <ListItemButton
        component={Link}
        to={mail ? `/email_messages/${mail}/show` : `/${resource}/${id}/show`}
        onClick={onOpen}
        sx={{ alignItems: 'start', gap: 1.5, px: 2, py: 1 }}
      >
        <Icon fontSize="small" sx={{ color: colours[kind], mt: 0.25, flex: 'none' }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: read ? 400 : 600, overflowWrap: 'anywhere' }}>
            {one._embedded.subject?.title ?? labelOf(resource, locale, 'one')}
          </Typography>
          {note && <Typography sx={{ overflowWrap: 'anywhere' }}>{note}</Typography>}
          <Typography variant="body2" color="text.secondary">
            {`${said} · ${labelOf(resource, locale, 'one')} · ${relativeTime(one.created_at, locale)}`}
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
      {reminder && read === null && <ReminderButtons id={reminder} onDo={onDo} />}
    </>
  );
}
