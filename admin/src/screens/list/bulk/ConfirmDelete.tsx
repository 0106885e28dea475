import type { Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useWords } from '../useWords.ts';

export interface ConfirmDeleteProps {
  readonly resource: Resource;
  readonly count: number;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once before several records go, and says whether they can come back. */
export default function ConfirmDelete({ resource, count, onConfirm, onClose }: ConfirmDeleteProps) {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="delete-title">
      <DialogTitle id="delete-title">{t(resource.trash ? 'delete_many' : 'delete_for_good', { count })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t(resource.trash ? 'delete_many_text' : 'delete_for_good_text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          autoFocus
          variant="contained"
          color="error"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onConfirm();
          }}
        >
          {t('delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
