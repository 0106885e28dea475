import { labelText, type Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../../app/texts.ts';
import { useWords } from '../useWords.ts';
import type { Selection } from './selection.ts';
import { useBulkStep } from './useBulkStep.ts';

export interface StepDialogProps {
  readonly resource: Resource;
  readonly selection: Selection;
  readonly step: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says how many records a step is run for, then how far it is. */
export default function StepDialog({ resource, selection, step, onClose, onDone }: StepDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const { run, stop, through } = useBulkStep(resource);
  const label = labelText(resource.workflow!.transitions[step]!.label, step, locale);
  const running = through !== undefined;
  const start = async () => {
    await run(selection, step);
    onDone();
  };
  return (
    <Dialog open {...(running ? {} : { onClose })} fullWidth maxWidth="xs" aria-labelledby="bulk-step-title">
      <DialogTitle id="bulk-step-title">{t('step_many', { label, count: selection.count })}</DialogTitle>
      <DialogContent>
        {running ? (
          <>
            <LinearProgress
              variant="determinate"
              value={(100 * through) / Math.max(1, selection.count)}
              aria-label={label}
              sx={{ mb: 1 }}
            />
            <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {t('step_running', { done: through, count: selection.count })}
            </Typography>
          </>
        ) : (
          <DialogContentText>{t('step_many_text')}</DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={running ? stop : onClose}>
          {t(running ? 'step_stop' : 'cancel')}
        </Button>
        <Button autoFocus variant="contained" loading={running} onClick={() => void start()}>
          {label}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
