import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Blocker } from 'react-router-dom';
import { useWords } from './words.ts';

/** Asks before changes are lost. Esc and the filled button keep them. */
export function UnsavedDialog({ blocker, onDiscard }: { blocker: Blocker; onDiscard: () => void }) {
  const t = useWords();
  return (
    <Dialog open={blocker.state === 'blocked'} onClose={() => blocker.reset?.()} aria-labelledby="unsaved-title">
      <DialogTitle id="unsaved-title">{t('unsaved')}</DialogTitle>
      <DialogContent>{t('unsaved_text')}</DialogContent>
      <DialogActions>
        <Button
          color="error"
          onClick={() => {
            onDiscard();
            blocker.proceed?.();
          }}
        >
          {t('discard')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => blocker.reset?.()}>
          {t('keep_editing')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
