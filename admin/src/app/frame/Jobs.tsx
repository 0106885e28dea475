import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import JobsIcon from 'icon/PendingActionsOutlined';
import DoneIcon from 'icon/TaskAlt';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSession } from '../../providers/session.ts';
import { useSay } from '../feedback/useSay.ts';
import { JobsList } from './JobsList.tsx';
import { useJobWords } from './jobWords.ts';
import { useOwnJobs } from './useOwnJobs.ts';

/** A place in the frame for the user's own jobs: there while one runs, and until what ended was looked at. */
export default function Jobs() {
  const t = useJobWords();
  const say = useSay();
  const navigate = useNavigate();
  const { user } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { active, ended, forget } = useOwnJobs(user.id, ({ id, name, state, error }) => {
    const action = { label: t('look'), onClick: () => navigate(`/jobs/${id}/show`) };
    if (state === 'done') say({ text: t('toast_done', { name }), action });
    else say({ text: t('toast_failed', { name, error: error ?? '' }), tone: 'error', action });
  });
  const close = () => {
    setAnchor(null);
    forget();
  };
  if (active.length + ended.length === 0 && !anchor) return null;
  const running = active.length > 0;
  const label = running ? t('running', { count: active.length }) : t('ended', { count: ended.length });
  const share = active.reduce((sum, { progress }) => sum + progress, 0) / Math.max(active.length, 1);
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ position: 'relative' }}
        >
          {running && (
            <CircularProgress
              aria-hidden
              size={34}
              thickness={3}
              variant={share > 0 ? 'determinate' : 'indeterminate'}
              value={share}
              sx={{ position: 'absolute' }}
            />
          )}
          <Badge badgeContent={active.length > 1 ? active.length : 0} color="primary">
            <Box component={running ? JobsIcon : DoneIcon} sx={{ fontSize: running ? 18 : 24 }} />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('title'),
            sx: { width: 400, maxWidth: 'calc(100vw - 24px)', mt: 0.5 },
          },
        }}
      >
        <JobsList jobs={[...active, ...ended]} onClose={close} />
      </Popover>
    </>
  );
}
