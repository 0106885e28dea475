import Button from '@mui/material/Button';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import Key from 'icon/Key';
import { useState } from 'react';
import { problemOf } from '../../providers/httpClient.ts';
import { step } from './SecondStep.tsx';
import { useFactorWords } from './words.ts';

/** Signs in with a passkey alone. Tells what went wrong; a dialog that was closed is nothing wrong. */
export default function PasskeySignIn({ onFailure }: { readonly onFailure: (text: string | undefined) => void }) {
  const t = useFactorWords();
  const [busy, setBusy] = useState(false);
  if (!browserSupportsWebAuthn()) return null;
  const signIn = async () => {
    onFailure(undefined);
    setBusy(true);
    try {
      const { transaction, options } = await step('/passkey/options', {});
      await step('/passkey', { transaction, passkey: await startAuthentication({ optionsJSON: options }) });
    } catch (error) {
      const problem = problemOf(error);
      const told = problem?.errors?.passkey;
      onFailure(problem ? (typeof told === 'string' ? told : problem.title) : t('passkey_failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outlined" size="large" startIcon={<Key />} loading={busy} onClick={() => void signIn()}>
      {t('passkey_sign_in')}
    </Button>
  );
}
