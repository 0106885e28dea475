import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { CopyText } from '../../app/CopyText.tsx';
import { problemOf } from '../../providers/httpClient.ts';
import { type BegunApp, confirmApp, type Enrolled } from './calls.ts';
import { TextCode } from './TextCode.tsx';
import { useFactorWords } from './words.ts';

interface AppDialogProps {
  readonly begun: BegunApp;
  readonly onDone: (enrolled: Enrolled) => void;
  readonly onClose: () => void;
}

/** Shows the secret to the camera of the app; a first code confirms that it has arrived. */
export function AppDialog({ begun, onDone, onClose }: AppDialogProps) {
  const t = useFactorWords();
  const id = useId();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      onDone(await confirmApp(begun.transaction, code));
    } catch (caught) {
      const told = problemOf(caught)?.errors?.code;
      setError(typeof told === 'string' ? told : (caught as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('app_title')}</DialogTitle>
      <form noValidate onSubmit={submit}>
        <DialogContent sx={{ pt: 0, display: 'grid', gap: 2 }}>
          <Typography color="text.secondary">{t('app_scan')}</Typography>
          <Box
            component="img"
            src={begun.picture}
            alt={t('qr')}
            sx={{
              width: 200,
              height: 200,
              justifySelf: 'center',
              borderRadius: 1.5,
              border: 1,
              borderColor: 'divider',
            }}
          />
          <CopyText text={begun.secret} label={t('copy_key')} />
          <TextCode
            label={t('app_code')}
            digits
            value={code}
            onChange={(value) => {
              setCode(value);
              setError(undefined);
            }}
            error={error}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('set_up')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
