import type { Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useRefresh } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useWords } from '../useWords.ts';
import { savedViews, type ViewState } from './savedView.ts';

export interface SaveViewDialogProps {
  readonly resource: Resource;
  readonly state: ViewState;
  readonly onClose: () => void;
}

/** Asks for the name of a view and keeps it. */
export function SaveViewDialog({ resource, state, onClose }: SaveViewDialogProps) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await api.create(savedViews, { data: { name: name.trim(), resource: resource.name, view: state, shared } });
      say({ text: t('view_saved', { name: name.trim() }) });
      refresh();
      onClose();
    } catch (failure) {
      setBusy(false);
      setError((failure as Error).message);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="save-view-title">
      <form onSubmit={save}>
        <DialogTitle id="save-view-title">{t('view_save_title')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{t('view_save_text')}</DialogContentText>
          <TextField
            autoFocus
            fullWidth
            required
            label={t('view_name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={Boolean(error)}
            helperText={error}
            slotProps={{ htmlInput: { maxLength: 80 }, inputLabel: { required: false } }}
            sx={{ mt: 1 }}
          />
          <FormControlLabel
            sx={{ mt: 1 }}
            control={<Switch checked={shared} onChange={(_, checked) => setShared(checked)} />}
            label={t('view_shared')}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={!name.trim()}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
