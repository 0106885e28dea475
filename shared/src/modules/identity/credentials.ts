import { defineResource } from '../../define/resource.ts';
import { reference, text } from '../../kinds/index.ts';

/** The password of a user as an argon2id hash. */
export const credentials = defineResource({
  name: 'credentials',
  label: { de: ['Zugangsdaten', 'Zugangsdaten'], en: ['Credential', 'Credentials'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, unique: true, onDelete: 'cascade' }),
    password_hash: text({ de: 'Passwort', en: 'Password' }, { required: true, max: 300 }),
  },
  server_only: true,
});
