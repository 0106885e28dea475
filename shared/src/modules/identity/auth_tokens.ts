import { defineResource } from '../../define/resource.ts';
import { choice, datetime, reference, text } from '../../kinds/index.ts';

/** A link by which somebody sets a password: the hash of its token. Good once, and until the next one is made. */
export const authTokens = defineResource({
  name: 'auth_tokens',
  label: { de: ['Zugangslink', 'Zugangslinks'], en: ['Access link', 'Access links'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    purpose: choice(
      { de: 'Zweck', en: 'Purpose' },
      { invite: { de: 'Einladung', en: 'Invitation' }, reset: { de: 'Neues Passwort', en: 'New password' } },
      { required: true },
    ),
    token_hash: text({ de: 'Schlüssel', en: 'Token' }, { required: true, max: 64, unique: true }),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }, { required: true }),
    used_at: datetime({ de: 'Benutzt', en: 'Used' }),
    replaced_at: datetime({ de: 'Ersetzt', en: 'Replaced' }),
  },
  server_only: true,
});
