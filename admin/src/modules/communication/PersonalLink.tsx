import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { CopyText } from '../../app/CopyText.tsx';
import { useSay } from '../../app/feedback/useSay.ts';
import { useTexts } from '../../app/texts.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { apiUrl } from '../../providers/session.ts';

const texts = {
  text: {
    de: 'Diese E-Mail enthält einen persönlichen Link. Wer ihn hat, kann das Passwort des Empfängers festlegen. Geben Sie ihn nur an den Empfänger weiter; dass Sie ihn ansehen, steht im Protokoll.',
    en: 'This e-mail holds a personal link. Whoever has it can set the password of the recipient. Hand it to the recipient only; that you look at it is recorded in the trail.',
  },
  show: { de: 'Link anzeigen', en: 'Show link' },
  copy: { de: 'Link kopieren', en: 'Copy link' },
};

/** The link of a message, on demand: for houses without a mail server. */
export function PersonalLink({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const say = useSay();
  const [link, setLink] = useState<string>();
  const show = async () => {
    try {
      const answer = await httpClient<{ link: string }>(`${apiUrl}/session/entry/messages/${id}/link`, {
        method: 'POST',
        body: '{}',
      });
      setLink(answer.json.link);
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
  };
  return (
    <Alert severity="info" sx={{ borderRadius: 0, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start', maxWidth: 760 }}>
        {t('text')}
        {link ? (
          <Box sx={{ width: '100%' }}>
            <CopyText text={link} label={t('copy')} />
          </Box>
        ) : (
          <Button color="inherit" variant="outlined" size="small" onClick={() => void show()}>
            {t('show')}
          </Button>
        )}
      </Box>
    </Alert>
  );
}
