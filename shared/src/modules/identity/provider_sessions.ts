import { defineResource } from '../../define/resource.ts';
import { reference, secret, text } from '../../kinds/index.ts';

/** Through which provider a session was opened, and the proof with which it is ended there as well. */
export const providerSessions = defineResource({
  name: 'provider_sessions',
  label: { de: ['Sitzung beim Anbieter', 'Sitzungen beim Anbieter'] },
  title: ['provider'],
  fields: {
    session_id: reference('Sitzung', { to: 'sessions', required: true, unique: true, onDelete: 'cascade' }),
    provider: text({ de: 'Anbieter', en: 'Provider' }, { required: true, max: 60 }),
    id_token: secret({ de: 'Nachweis', en: 'Proof' }),
  },
  server_only: true,
});
