import { defineResource } from '../../define/resource.ts';
import { datetime, integer, reference } from '../../kinds/index.ts';

/** How often in a row a user's codes were wrong, and until when no further one is looked at. */
export const factorFailures = defineResource({
  name: 'factor_failures',
  label: { de: ['Fehlversuch', 'Fehlversuche'], en: ['Failed attempt', 'Failed attempts'] },
  title: ['user_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, unique: true, onDelete: 'cascade' }),
    count: integer({ de: 'Anzahl', en: 'Count' }, { required: true }),
    blocked_until: datetime({ de: 'Gesperrt bis', en: 'Blocked until' }, { required: true }),
  },
  server_only: true,
});
