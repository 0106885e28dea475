import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useWords } from './words.ts';

interface DeclineDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onDecline: (reason: string) => void;
}

/** Asks once more, and for a reason that may be left out. */
export function DeclineDialog({ title, onClose, onDecline }: DeclineDialogProps) {
  const t = useWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="decline-title">
      <DialogTitle id="decline-title">{t('really', { title })}</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          fullWidth
          multiline
          minRows={2}
          margin="dense"
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button variant="contained" color="error" onClick={() => onDecline(reason.trim())}>
          {t('decline')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
