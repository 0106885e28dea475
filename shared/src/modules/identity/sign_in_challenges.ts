import { defineResource } from '../../define/resource.ts';
import { choice, datetime, integer, reference, secret, text } from '../../kinds/index.ts';

/** Something begun that the same browser has to finish within minutes, once: a sign-in, a step-up, a new factor. */
export const signInChallenges = defineResource({
  name: 'sign_in_challenges',
  label: { de: ['Anmeldevorgang', 'Anmeldevorgänge'] },
  title: ['purpose'],
  fields: {
    purpose: choice(
      { de: 'Zweck', en: 'Purpose' },
      {
        second_factor: { de: 'Zweiter Faktor', en: 'Second factor' },
        passkey_sign_in: { de: 'Anmeldung mit Passkey', en: 'Sign-in with a passkey' },
        passkey_step_up: { de: 'Bestätigung mit Passkey', en: 'Confirmation with a passkey' },
        passkey_set_up: { de: 'Neuer Passkey', en: 'New passkey' },
        authenticator_set_up: { de: 'Neue Authenticator-App', en: 'New authenticator app' },
      },
      { required: true },
    ),
    user_id: reference('Benutzer', { to: 'users', onDelete: 'cascade' }),
    session_id: reference({ de: 'Sitzung', en: 'Session' }, { to: 'sessions', onDelete: 'cascade' }),
    token_hash: text({ de: 'Schlüssel', en: 'Token' }, { required: true, max: 64, unique: true }),
    /** Of the cookie of the browser that began. */
    browser_hash: text({ de: 'Browser', en: 'Browser' }, { max: 64 }),
    /** What the passkey has to sign. */
    challenge: text({ de: 'Aufgabe', en: 'Challenge' }, { max: 200 }),
    /** Of the authenticator app that is being set up. */
    secret: secret({ de: 'Geheimnis', en: 'Secret' }),
    attempts: integer({ de: 'Versuche', en: 'Attempts' }, { required: true, default: 0 }),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }, { required: true }),
  },
  indices: [['expires_at']],
  server_only: true,
});
