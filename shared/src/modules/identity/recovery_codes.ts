import { defineResource } from '../../define/resource.ts';
import { datetime, reference, text } from '../../kinds/index.ts';

/** A recovery code as an argon2id hash. All codes of a set share their salt, so that one hash finds the code. */
export const recoveryCodes = defineResource({
  name: 'recovery_codes',
  label: { de: ['Wiederherstellungscode', 'Wiederherstellungscodes'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    code_hash: text('Code', { required: true, max: 300 }),
    used_at: datetime({ de: 'Benutzt am', en: 'Used at' }),
  },
  unique: [['user_id', 'code_hash']],
  server_only: true,
});
