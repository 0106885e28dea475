import { defineResource } from '../../define/resource.ts';
import { datetime, integer, reference, secret } from '../../kinds/index.ts';

/** The authenticator app of a user (RFC 6238). It is here only once a first code has confirmed it. */
export const authenticators = defineResource({
  name: 'authenticators',
  label: { de: ['Authenticator-App', 'Authenticator-Apps'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, unique: true, onDelete: 'cascade' }),
    secret: secret({ de: 'Geheimnis', en: 'Secret' }, { required: true }),
    /** The time step of the last accepted code: it and all before it are refused from then on. */
    last_step: integer({ de: 'Letzter Zeitschritt', en: 'Last time step' }, { required: true }),
    last_used_at: datetime({ de: 'Zuletzt benutzt', en: 'Last used' }),
  },
  server_only: true,
});
