import { defineResource } from '../../define/resource.ts';
import { datetime, email, json, reference, text } from '../../kinds/index.ts';

/** Under which account of a provider somebody signs in. Made at the first sign-in, or by hand beforehand. */
export const userIdentities = defineResource({
  name: 'user_identities',
  label: { de: ['Anmeldekonto', 'Anmeldekonten'], en: ['Sign-in account', 'Sign-in accounts'] },
  icon: 'badge',
  title: ['provider', 'email'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    provider: text(
      { de: 'Anbieter', en: 'Provider' },
      {
        required: true,
        max: 60,
        help: { de: 'Kennung aus der Konfiguration', en: 'Its id in the configuration' },
      },
    ),
    subject: text(
      { de: 'Kennung beim Anbieter', en: 'Id at the provider' },
      { required: true, max: 255, help: { de: 'Die Angabe „sub“', en: 'The claim “sub”' } },
    ),
    email: email('E-Mail', { readOnly: true, search: 'A' }),
    last_used_at: datetime({ de: 'Zuletzt angemeldet', en: 'Last signed in' }, { readOnly: true }),
    missing_claims: text(
      { de: 'Fehlende Angaben', en: 'Missing claims' },
      {
        readOnly: true,
        max: 500,
        help: {
          de: 'Fehlten bei der letzten Anmeldung. Die Rollen blieben, wie sie waren.',
          en: 'Were missing at the last sign-in. Roles stayed as they were.',
        },
      },
    ),
    claims: json({ de: 'Angaben der letzten Anmeldung', en: 'Claims of the last sign-in' }, { readOnly: true }),
  },
  unique: [['provider', 'subject']],
  list: {
    columns: ['user_id', 'provider', 'email', 'subject', 'last_used_at', 'missing_claims'],
    filters: ['provider', 'user_id'],
    sort: ['provider', 'ASC'],
  },
});
