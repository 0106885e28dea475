import { defineResource } from '../../define/resource.ts';
import { boolean, lines, text } from '../../kinds/index.ts';

/** A named bundle of permissions. Those that Kontor ships follow its versions until somebody changes them. */
export const roles = defineResource({
  name: 'roles',
  label: { de: ['Rolle', 'Rollen'] },
  icon: 'admin_panel_settings',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, unique: true, search: 'A' }),
    key: text('Schlüssel', { max: 80, unique: true, readOnly: true, hidden: true }),
    description: text('Beschreibung', { max: 300, multiline: true }),
    requires_second_factor: boolean({ de: 'Zweiter Faktor verlangt', en: 'Requires a second factor' }),
    logs_access: boolean({ de: 'Lesende Zugriffe protokollieren', en: 'Record what is looked at' }),
    shipped: boolean({ de: 'Mitgeliefert', en: 'Shipped' }, { readOnly: true }),
    changed: boolean(
      { de: 'Weicht vom Auslieferungszustand ab', en: 'Differs from the shipped role' },
      { readOnly: true },
    ),
    permissions: lines({ de: 'Berechtigungen', en: 'Permissions' }, { of: 'role_permissions', by: 'role_id' }),
  },
  actions: {
    reset: {
      label: { de: 'Auf Auslieferungszustand zurücksetzen', en: 'Reset to the shipped role' },
      icon: 'restart_alt',
    },
  },
  list: {
    columns: ['name', 'description', 'requires_second_factor', 'logs_access', 'shipped', 'changed'],
    filters: ['shipped', 'changed'],
    sort: ['name', 'ASC'],
  },
  form: {
    Rolle: ['name', 'description', 'requires_second_factor', 'logs_access', 'shipped', 'changed'],
    Berechtigungen: ['permissions'],
  },
  sections: { Rolle: 'Role', Berechtigungen: 'Permissions' },
  announces: 'access',
  step_up: true,
});
