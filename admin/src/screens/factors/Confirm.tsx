import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useFactorWords } from './words.ts';

interface ConfirmProps {
  readonly name: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a way to sign in is taken away. */
export function Confirm({ name, onConfirm, onClose }: ConfirmProps) {
  const t = useFactorWords();
  const id = useId();
  return (
    <Dialog open maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('really_remove', { name })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('really_text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button
          color="error"
          variant="contained"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {t('remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
