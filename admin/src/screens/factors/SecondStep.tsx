import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { HttpError } from 'ra-core';
import { noConnection } from '../../providers/httpClient.ts';
import { type BegunSignIn, signInBy } from '../../providers/session.ts';
import { FactorForm } from './FactorForm.tsx';
import { useFactorWords } from './words.ts';

/** One step of a sign-in. Rejects with the problem of the server. */
export async function step(path: string, body: object): Promise<any> {
  const response = await signInBy(path, body, document.documentElement.lang);
  const json = await response.json().catch(() => undefined);
  if (!response.ok) throw new HttpError(json?.title ?? noConnection(), response.status, json);
  return json;
}

interface SecondStepProps {
  readonly begun: BegunSignIn;
  readonly onBack: () => void;
}

/** The password was right: asks for the second factor. */
export default function SecondStep({ begun: { transaction, second_factor: methods }, onBack }: SecondStepProps) {
  const t = useFactorWords();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box>
        <Typography variant="h2">{t('second_title')}</Typography>
        <Typography color="text.secondary">{t('second_text')}</Typography>
      </Box>
      <FactorForm
        methods={methods}
        askPasskey={async () => ({ transaction, options: await step('/second_factor/passkey', { transaction }) })}
        show={(shown) => step('/second_factor', { ...shown, transaction })}
        onCancel={onBack}
        cancelLabel={t('back')}
      />
    </Box>
  );
}
