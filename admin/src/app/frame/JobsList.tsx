import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import MuiLink from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import CancelIcon from 'icon/Close';
import { Link } from 'react-router-dom';
import { useKontor } from '../../providers/dataProvider.ts';
import { announceJob, cancelJob, isActive, type Job } from '../../providers/jobs.ts';
import { reasonOf } from '../../providers/reason.ts';
import { download } from '../../screens/list/useExport.ts';
import { useSay } from '../feedback/useSay.ts';
import { useJobWords } from './jobWords.ts';

export interface JobsListProps {
  readonly jobs: readonly Job[];
  readonly onClose: () => void;
}

/** Jobs by name, with how far they are and what can be done with them. */
export function JobsList({ jobs, onClose }: JobsListProps) {
  const t = useJobWords();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1, minHeight: 52 }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>
          {t('title')}
        </Typography>
        <Button size="small" color="inherit" component={Link} to="/jobs" onClick={onClose}>
          {t('all')}
        </Button>
      </Box>
      <Divider />
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 'min(60vh, 520px)', overflowY: 'auto' }}>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} onClose={onClose} />
        ))}
      </Box>
    </>
  );
}

function JobRow({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const t = useJobWords();
  const say = useSay();
  const api = useKontor();
  const { id, name, state, progress, progress_text: text, error } = job;
  const active = isActive(job);
  const trying = (work: Promise<unknown>) =>
    void work.catch((failure) => say({ text: reasonOf(failure), tone: 'error' }));
  const cancel = t('cancel', { name });
  const words = state === 'running' ? t('started') : t(state);
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, minHeight: 56 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <MuiLink
          component={Link}
          to={`/jobs/${id}/show`}
          onClick={onClose}
          color="inherit"
          underline="hover"
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {name}
        </MuiLink>
        <Typography variant="body2" color={state === 'failed' ? 'error' : 'text.secondary'}>
          {[words, state === 'failed' ? error : text].filter(Boolean).join(' · ')}
        </Typography>
        {state === 'running' && (
          <LinearProgress variant="determinate" value={progress} aria-label={name} sx={{ mt: 0.5 }} />
        )}
      </Box>
      {active && (
        <Tooltip title={cancel}>
          <IconButton aria-label={cancel} size="small" onClick={() => trying(cancelJob(id).then(announceJob))}>
            <CancelIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {state === 'done' && job.kind === 'export' && (
        <Button size="small" onClick={() => trying(api.ticket(`/jobs/${id}/result`).then((url) => download(url)))}>
          {t('download')}
        </Button>
      )}
      {state === 'done' && job.kind !== 'export' && (
        <Button size="small" component={Link} to={`/jobs/${id}/show`} onClick={onClose}>
          {t('look')}
        </Button>
      )}
    </Box>
  );
}
