import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { problemOf } from '../../providers/httpClient.ts';
import { useFactorWords } from './words.ts';

interface NameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly initial: string;
  /** Does it with the name; rejects with the problem of the server, or that of the browser. */
  readonly onSubmit: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Gives a passkey its name. */
export function NameDialog({ title, action, initial, onSubmit, onClose }: NameDialogProps) {
  const t = useFactorWords();
  const id = useId();
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    setError(name.trim() ? undefined : t('required'));
    if (!name.trim()) return;
    setBusy(true);
    try {
      await onSubmit(name.trim());
    } catch (caught) {
      const problem = problemOf(caught);
      const { name: told, passkey } = (problem?.errors ?? {}) as Record<string, string | undefined>;
      if (told) setError(told);
      else setFailure(problem ? (passkey ?? problem.title) : t('passkey_failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form noValidate onSubmit={submit}>
        <DialogContent sx={{ pt: 0, display: 'grid', gap: 2 }}>
          {failure && (
            <Alert severity="error" role="alert">
              {failure}
            </Alert>
          )}
          <div>
            <Typography
              component="label"
              htmlFor={`${id}-name`}
              variant="body2"
              sx={{ fontWeight: 550, display: 'block', mb: 0.5 }}
            >
              {t('passkey_name')}
            </Typography>
            <TextField
              id={`${id}-name`}
              fullWidth
              autoFocus
              value={name}
              onChange={(event) => {
                setName(event.target.value);
                setError(undefined);
              }}
              error={Boolean(error)}
              helperText={error ?? t('passkey_name_hint')}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
