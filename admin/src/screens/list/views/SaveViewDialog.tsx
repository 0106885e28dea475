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
import { type SavedView, savedViews, type ViewState } from './savedView.ts';

export interface SaveViewDialogProps {
  readonly resource: Resource;
  readonly state: ViewState;
  /** Renames this view, instead of keeping a new one. */
  readonly view?: SavedView | undefined;
  readonly onClose: () => void;
}

/** Asks for the name of a view, and whether others see it, and keeps both. */
export function SaveViewDialog({ resource, state, view, onClose }: SaveViewDialogProps) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const data = { name: name.trim(), shared };
      if (view)
        await api.update(savedViews, { id: view.id, data: { ...data, version: view.version }, previousData: view });
      else await api.create(savedViews, { data: { ...data, resource: resource.name, view: state } });
      say({ text: t(view ? 'view_changed' : 'view_saved', { name: data.name }) });
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
        <DialogTitle id="save-view-title">{t(view ? 'view_rename_title' : 'view_save_title')}</DialogTitle>
        <DialogContent>
          {!view && <DialogContentText sx={{ mb: 2 }}>{t('view_save_text')}</DialogContentText>}
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
