import { optionLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList, useGetOne } from 'ra-core';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { brokenOf } from '../../app/feedback/brokenOf.ts';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useLocale, useTexts } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { whenOf } from '../../app/whenOf.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { UnsavedDialog } from '../../screens/form/UnsavedDialog.tsx';
import { useUnsaved } from '../../screens/form/useUnsaved.ts';
import { AttendanceRow } from './AttendanceRow.tsx';
import { type Mark, nextMark } from './marks.ts';
import { useMarks } from './useMarks.ts';

const texts = {
  title: { de: 'Anwesenheit', en: 'Attendance' },
  session: { de: 'Termin', en: 'Session' },
  count: { de: '{done} von {all} erfasst', en: '{done} of {all} recorded' },
  all: { de: 'Alle Übrigen anwesend', en: 'All others present' },
  open: { de: 'Noch offen', en: 'Open' },
  saving: { de: 'Wird gespeichert …', en: 'Saving …' },
  saved: { de: 'Gespeichert', en: 'Saved' },
  failed: { de: 'Nicht gespeichert', en: 'Not saved' },
  problem: { de: 'Einiges ist noch nicht gespeichert.', en: 'Some of it is not saved yet.' },
  again: { de: 'Erneut senden', en: 'Send again' },
  nobody: { de: 'Zu diesem Training ist niemand angemeldet.', en: 'Nobody is enrolled in this training.' },
  hint: {
    de: 'Tippen Sie auf einen Namen: anwesend, verspätet, entschuldigt, gefehlt.',
    en: 'Tap a name: present, late, excused, absent.',
  },
};

const most = 500;
const all = (field: string) => ({ pagination: { page: 1, perPage: most }, sort: { field, order: 'ASC' as const } });

/** Who is there in a session, ticked off on a phone: one tap for each person, saved at once. */
export default function AttendancePage() {
  const { id = '' } = useParams();
  // begins anew with another session: what was tapped belongs to one
  return <Attendance key={id} id={id} />;
}

function Attendance({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const navigate = useNavigate();
  const kontor = useKontor();
  const declared = useDeclaration('attendance_records');
  const session = useGetOne('training_sessions', { id, meta: { embed: ['training_id'] } });
  const training = session.data?.training_id as string | undefined;
  const enabled = training !== undefined;
  const sessions = useGetList<RaRecord>(
    'training_sessions',
    { filter: { training_id: training }, ...all('starts_at') },
    { enabled },
  );
  const enrolled = { filter: { training_id: training, status: 'enrolled' }, ...all('participant') };
  const people = useGetList<RaRecord>('enrolments', enrolled, { enabled });
  const records = useGetList<RaRecord>('attendance_records', { filter: { session_id: id }, ...all('created_at') });
  const { marked, kept, reason, mark, send, discard } = useMarks(id, async () => {
    const { data } = await kontor.getList<RaRecord>('enrolments', enrolled);
    void people.refetch();
    return new Set(data.map((one) => String(one.id)));
  });
  const failed = Object.values(kept).includes('failed');
  const { blocker } = useUnsaved(failed || (!navigator.onLine && Object.values(kept).includes('saving')));
  usePageTitle(t('title'));

  const broken = brokenOf(session, sessions, people, records);
  if (broken) return <Trouble {...broken} list="/training_sessions" />;
  if (!session.data || !people.data || !records.data) return <ScreenSkeleton screen="list" />;

  const stored = new Map(records.data.map((record) => [record.enrolment_id as string, record.status as Mark]));
  const markOf = (enrolment: unknown): Mark | undefined => marked[String(enrolment)] ?? stored.get(String(enrolment));
  const open = people.data.filter((one) => markOf(one.id) === undefined);
  const named = session.data._embedded?.training_id?.title as string | undefined;

  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', pb: 4 }}>
      <Box sx={{ px: 2, pt: 2, display: 'grid', gap: 1.5 }}>
        <Box>
          <Typography component="h1" variant="h5">
            {t('title')}
          </Typography>
          <Typography color="text.secondary">
            <Link to={`/training_sessions/${id}/show`}>{named ?? session.data.name}</Link>
          </Typography>
        </Box>
        <TextField
          select
          fullWidth
          label={t('session')}
          value={id}
          onChange={({ target }) => navigate(`/training_sessions/${target.value}/attendance`, { replace: true })}
        >
          {(sessions.data ?? [session.data]).map((one) => (
            <MenuItem key={one.id} value={one.id} sx={{ minHeight: 48, whiteSpace: 'normal' }}>
              {`${whenOf(one.starts_at, locale)} · ${one.name}`}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="body2" color="text.secondary">
          {people.data.length ? t('hint') : t('nobody')}
        </Typography>
        {people.data.length > 0 && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap', minHeight: 48 }}>
            <Typography role="status" sx={{ fontWeight: 550, flex: 1 }}>
              {t('count', { done: people.data.length - open.length, all: people.data.length })}
            </Typography>
            {open.length > 0 && (
              <Button
                variant="outlined"
                sx={{ minHeight: 48 }}
                onClick={() => mark(Object.fromEntries(open.map((one) => [one.id, 'present' as const])))}
              >
                {t('all')}
              </Button>
            )}
          </Box>
        )}
        {(failed || reason) && (
          <Alert
            severity={failed ? 'error' : 'warning'}
            sx={{
              flexWrap: { xs: 'wrap', sm: 'nowrap' },
              '& .MuiAlert-message': { flex: { xs: '1 1 70%', sm: '0 1 auto' } },
            }}
            action={
              failed && (
                <Button color="inherit" onClick={() => void send()}>
                  {t('again')}
                </Button>
              )
            }
          >
            {[failed && t('problem'), reason].filter(Boolean).join(' ')}
          </Alert>
        )}
      </Box>
      <UnsavedDialog blocker={blocker} onDiscard={discard} />
      <Box sx={{ mt: 1.5, borderTop: 1, borderColor: 'divider' }}>
        {people.data.map((one) => {
          const current = markOf(one.id);
          const state = kept[String(one.id)];
          return (
            <AttendanceRow
              key={one.id}
              name={String(one.participant ?? '')}
              mark={current}
              label={current ? optionLabel(declared.fields.status!, current, locale) : t('open')}
              state={state ? t(state) : ''}
              kept={state}
              onTap={() => mark({ [String(one.id)]: nextMark(current) })}
            />
          );
        })}
      </Box>
    </Box>
  );
}
