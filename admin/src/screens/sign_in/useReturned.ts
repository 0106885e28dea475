import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../../app/texts.ts';
import { refreshSession, signedInThrough } from '../../providers/session.ts';
import type { Provider } from './useProviders.ts';

const texts = {
  unavailable: {
    de: '{provider} ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
    en: '{provider} can not be reached right now. Please try again later.',
  },
  refused: {
    de: 'Die Anmeldung mit {provider} wurde abgebrochen.',
    en: 'Signing in with {provider} was cancelled.',
  },
  expired: {
    de: 'Die Anmeldung mit {provider} hat zu lange gedauert oder war schon benutzt. Bitte beginnen Sie noch einmal.',
    en: 'Signing in with {provider} took too long or was used already. Please begin again.',
  },
  invalid: {
    de: 'Die Antwort von {provider} passt nicht zu Ihrer Anmeldung. Bitte beginnen Sie noch einmal.',
    en: 'The answer of {provider} does not fit your sign-in. Please begin again.',
  },
  no_account: {
    de: 'Zu Ihrem Konto bei {provider} gibt es hier noch keinen Benutzer. Bitte wenden Sie sich an Ihre Administration.',
    en: 'There is no user here yet for your account at {provider}. Please ask your administrator.',
  },
  email_taken: {
    de: 'Zu Ihrer E-Mail-Adresse gibt es schon einen Benutzer, der nicht mit {provider} verbunden ist. Bitte melden Sie sich mit Ihrem Passwort an oder wenden Sie sich an Ihre Administration.',
    en: 'There is a user with your e-mail address that is not connected with {provider}. Please sign in with your password or ask your administrator.',
  },
  no_email: {
    de: '{provider} hat keine E-Mail-Adresse übermittelt. Bitte wenden Sie sich an Ihre Administration.',
    en: '{provider} did not send an e-mail address. Please ask your administrator.',
  },
  disabled: {
    de: 'Ihr Benutzer ist abgeschaltet. Bitte wenden Sie sich an Ihre Administration.',
    en: 'Your user is switched off. Please ask your administrator.',
  },
  failed: {
    de: 'Die Anmeldung mit {provider} ist auf unserer Seite fehlgeschlagen. Der Fehler ist protokolliert.',
    en: 'Signing in with {provider} failed on our side. The error has been recorded.',
  },
};

type Reason = keyof typeof texts;

export interface Returned {
  /** Somebody was signed in at a provider, and the session is being taken up. */
  readonly busy: boolean;
  /** Why nobody was signed in. */
  readonly problem: string | undefined;
  /** The page to go on with. */
  readonly to: string | undefined;
}

/** A page of Kontor, and nothing else: anybody can write an address. */
const ownPage = (to: string | null): string | undefined => (to && /^\/(?![/\\])/.test(to) ? to : undefined);

/** What came of a sign-in at a provider: the server leads back to the sign-in page and says so in its address. */
export function useReturned(providers: readonly Provider[]): Returned {
  const t = useTexts(texts);
  const [params] = useSearchParams();
  const provider = params.get('signed_in');
  const reason = params.get('problem');
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!provider) return;
    signedInThrough(provider);
    refreshSession().then(
      (found) => setLost(!found),
      () => setLost(true),
    );
  }, [provider]);
  const known: Reason = lost ? 'expired' : reason && Object.hasOwn(texts, reason) ? (reason as Reason) : 'failed';
  // the address names the provider by its id only: it is no place for words
  const named = providers.find(({ id }) => id === (params.get('provider') ?? provider));
  return {
    busy: provider !== null && !lost,
    problem: lost || reason ? t(known, { provider: named?.label ?? 'OpenID' }) : undefined,
    to: ownPage(params.get('to')),
  };
}
