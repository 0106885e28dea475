import { defineResource } from '../../define/resource.ts';
import { choice, date, reference, text } from '../../kinds/index.ts';

/** A role that a user has: in all brands or in one, always or for some time. */
export const userRoles = defineResource({
  name: 'user_roles',
  label: { de: ['Rolle eines Benutzers', 'Rollen der Benutzer'], en: ['Role of a user', 'Roles of users'] },
  title: ['role_id'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    role_id: reference('Rolle', { to: 'roles', required: true }),
    brand_id: reference('Marke', {
      to: 'brands',
      onDelete: 'cascade',
      help: { de: 'Leer: in allen Marken des Benutzers', en: 'Empty: in all brands of the user' },
    }),
    valid_from: date({ de: 'Ab', en: 'From' }),
    valid_to: date({ de: 'Bis einschließlich', en: 'Until and including' }),
    note: text({ de: 'Bemerkung', en: 'Note' }, { max: 200 }),
    origin: choice(
      { de: 'Herkunft', en: 'Origin' },
      { manual: { de: 'Von Hand', en: 'By hand' }, provider: { de: 'Anmeldedienst', en: 'Identity provider' } },
      { required: true, default: 'manual', readOnly: true },
    ),
    provider: text({ de: 'Anmeldedienst', en: 'Identity provider' }, { readOnly: true, hidden: true, max: 60 }),
  },
  checks: {
    order: {
      that: {
        or: [
          { valid_from: { null: true } },
          { valid_to: { null: true } },
          { valid_to: { gte: { field: 'valid_from' } } },
        ],
      },
      field: 'valid_to',
      message: { de: 'Das Ende liegt vor dem Anfang.', en: 'The end lies before the beginning.' },
    },
  },
  unique: [['user_id', 'role_id', 'brand_id', 'valid_from']],
  guarded_by: { kontor_keep_administrator: [] },
  owned: true,
  announces: 'access',
  step_up: true,
});
