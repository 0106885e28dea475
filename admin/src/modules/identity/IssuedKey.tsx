import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { CopyText } from '../../app/CopyText.tsx';
import { type Texts, useTexts } from '../../app/texts.ts';
import { apiUrl } from '../../providers/session.ts';
import { tell, useIssued } from './issued.ts';

const texts = {
  title: { de: 'Ihr neuer Schlüssel', en: 'Your new key' },
  once: {
    de: 'Der Schlüssel wird nur jetzt gezeigt. Kopieren Sie ihn an einen sicheren Ort; danach kennt ihn auch Kontor nicht mehr.',
    en: 'The key is shown only now. Copy it to a safe place; after that not even Kontor knows it.',
  },
  copy_key: { de: 'Schlüssel kopieren', en: 'Copy key' },
  example: { de: 'So wird er benutzt', en: 'How it is used' },
  copy_example: { de: 'Beispiel kopieren', en: 'Copy example' },
  done: { de: 'Ich habe ihn gesichert', en: 'I have stored it' },
} satisfies Texts;

/**
 * Shows a key that was issued just now, once, with an example of its use. A click beside the dialog does not close it.
 * `later` are milliseconds to wait.
 */
export function IssuedKey({ later = 0 }: { readonly later?: number }) {
  const t = useTexts(texts);
  const issued = useIssued();
  const id = useId();
  const [due, setDue] = useState(later === 0);
  useEffect(() => {
    if (!issued || later === 0) return;
    const timer = setTimeout(() => setDue(true), later);
    return () => clearTimeout(timer);
  }, [issued, later]);
  if (!issued || !due) return null;
  const example = `curl -g -H "Authorization: Bearer ${issued.key}" \\\n  "${window.location.origin}${apiUrl}/customers?range=[0,9]"`;
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{t('title')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Alert severity="warning">{t('once')}</Alert>
          <CopyText text={issued.key} label={t('copy_key')} />
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 550 }}>
              {t('example')}
            </Typography>
            <CopyText text={example} label={t('copy_example')} />
          </Box>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={() => tell(undefined)}>
          {t('done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
