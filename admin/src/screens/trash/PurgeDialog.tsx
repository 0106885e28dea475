import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type RaRecord, useRefresh } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

export interface PurgeDialogProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  readonly onClose: () => void;
}

const alike = (a: string, b: string) => a.trim().replace(/\s+/g, ' ') === b.trim().replace(/\s+/g, ' ');

/** Deletes for good what can not come back: only after its name was typed. */
export function PurgeDialog({ resource, record, onClose }: PurgeDialogProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const title = recordTitle(resource, record, locale);
  const purge = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.purge(resource.name, record.id);
      say({ text: t('purged', { title }) });
      onClose();
      refresh();
    } catch (failure) {
      setError((failure as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="purge-title">
      <form onSubmit={purge}>
        <DialogTitle id="purge-title">{t('purge_title', { title })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText>{t('purge_text', { title })}</DialogContentText>
          {error && <Alert severity="error">{error}</Alert>}
          <TextField
            autoFocus
            autoComplete="off"
            label={t('purge_confirm', { title })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" color="error" disabled={busy || !alike(typed, title)}>
            {t('purge')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
