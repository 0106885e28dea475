import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { useSession } from '../../providers/session.ts';
import { changePassword } from '../sign_in/link.ts';
import { NewPassword } from '../sign_in/NewPassword.tsx';
import { PasswordField } from '../sign_in/PasswordField.tsx';
import { useChangeWords } from './changeWords.ts';

type Errors = { readonly current?: string; readonly password?: string };

/** The dialog to change one's own password. Other devices are signed out, this one stays. */
export default function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const t = useChangeWords();
  const say = useSay();
  const id = useId();
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const currentInput = useRef<HTMLInputElement>(null);
  const newInput = useRef<HTMLInputElement>(null);

  const point = (found: Errors) => {
    setErrors(found);
    (found.current ? currentInput : newInput).current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    if (!current || !password)
      return point({
        ...(current ? {} : { current: t('required') }),
        ...(password ? {} : { password: t('required') }),
      });
    setBusy(true);
    try {
      await changePassword(current, password);
      say({ text: t('done') });
      onClose();
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.errors) point(problem.errors as Errors);
      else setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('title')}</DialogTitle>
      <form noValidate onSubmit={submit}>
        <DialogContent sx={{ pt: 0, display: 'grid', gap: 2 }}>
          <Typography color="text.secondary">{t('text')}</Typography>
          {failure && (
            <Alert severity="error" role="alert">
              {failure}
            </Alert>
          )}
          <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
          <PasswordField
            name="current-password"
            label={t('current')}
            autoComplete="current-password"
            autoFocus
            value={current}
            onChange={(value) => {
              setCurrent(value);
              setErrors({});
            }}
            error={errors.current}
            inputRef={currentInput}
          />
          <NewPassword
            value={password}
            onChange={(value) => {
              setPassword(value);
              setErrors({});
            }}
            error={errors.password}
            inputRef={newInput}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('title')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
