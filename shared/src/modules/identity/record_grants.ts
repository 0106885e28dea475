import { defineResource } from '../../define/resource.ts';
import { choice, date, reference, subject, text } from '../../kinds/index.ts';

/** A single record, shared with a user or with everybody who has a role. Nobody can share more than they may do themselves. */
export const recordGrants = defineResource({
  name: 'record_grants',
  label: { de: ['Freigabe', 'Freigaben'], en: ['Share', 'Shares'] },
  icon: 'share',
  title: ['subject'],
  fields: {
    subject: subject({ de: 'Datensatz', en: 'Record' }, { required: true, onDelete: 'cascade' }),
    user_id: reference('Benutzer', { to: 'users', onDelete: 'cascade' }),
    role_id: reference('Rolle', { to: 'roles', onDelete: 'cascade' }),
    level: choice(
      { de: 'Darf', en: 'May' },
      { read: { de: 'Ansehen', en: 'View' }, edit: { de: 'Ansehen und ändern', en: 'View and change' } },
      { required: true, default: 'read' },
    ),
    valid_to: date({ de: 'Bis einschließlich', en: 'Until and including' }),
    reason: text({ de: 'Grund', en: 'Reason' }, { max: 300 }),
  },
  checks: {
    receiver: {
      that: {
        or: [{ user_id: { null: false } }, { role_id: { null: false } }],
      },
      field: 'user_id',
      message: {
        de: 'Bitte einen Benutzer oder eine Rolle wählen.',
        en: 'Please choose a user or a role.',
      },
    },
  },
  list: {
    columns: ['subject', 'user_id', 'role_id', 'level', 'valid_to', 'created_by'],
    filters: ['user_id', 'role_id', 'level'],
    sort: ['created_at', 'DESC'],
  },
  announces: 'access',
  step_up: true,
});
