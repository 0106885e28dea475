import type { Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormLabel from '@mui/material/FormLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type FormEvent, useId, useState } from 'react';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

export interface DeleteDialogProps {
  readonly resource: Resource;
  readonly record: Values;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

const plain = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Stands before a deletion without a way back: there is no trash, so the name has to be typed. */
export function DeleteDialog({ resource, record, onDelete, onClose }: DeleteDialogProps) {
  const t = useWords();
  const id = useId();
  const title = recordTitle(resource, record, useLocale());
  const [typed, setTyped] = useState('');
  const remove = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onClose();
    onDelete();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={`${id}-title`}>
      <form onSubmit={remove}>
        <DialogTitle id={`${id}-title`}>{t('delete_for_good', { title })}</DialogTitle>
        <DialogContent>
          <FormLabel htmlFor={id} sx={{ display: 'block', mb: 0.5 }}>
            {t('type_name', { title })}
          </FormLabel>
          <OutlinedInput
            id={id}
            size="small"
            fullWidth
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={plain(typed) !== plain(title)}>
            {t('delete')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
