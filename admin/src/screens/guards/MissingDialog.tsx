import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Missing } from '../../providers/dataProvider.ts';
import { MissingList } from './MissingList.tsx';
import { useWords } from './words.ts';

export interface MissingDialogProps {
  /** Of the record. */
  readonly title: string;
  readonly step: string;
  readonly missing: readonly Missing[];
  /** Goes to the record. */
  readonly open: () => void;
  readonly onClose: () => void;
}

/** Why a card went back to where it was: what is missing for the step, with the ways to put it right. */
export default function MissingDialog({ title, step, missing, open, onClose }: MissingDialogProps) {
  const t = useWords();
  const id = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('not_moved', { title })}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {t('missing', { step })}
        </Typography>
        <MissingList missing={missing} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('close')}
        </Button>
        <Button variant="contained" onClick={open}>
          {t('open')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
