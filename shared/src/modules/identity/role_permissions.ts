import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, text } from '../../kinds/index.ts';

/** What a role allows or denies. */
export const rolePermissions = defineResource({
  name: 'role_permissions',
  label: { de: ['Berechtigung', 'Berechtigungen'], en: ['Permission', 'Permissions'] },
  title: ['pattern'],
  fields: {
    role_id: reference('Rolle', { to: 'roles', required: true, onDelete: 'cascade' }),
    pattern: text(
      { de: 'Was', en: 'What' },
      {
        required: true,
        max: 120,
        examples: ['customers.update', '*.read', 'tasks.transition.complete'],
        help: {
          de: 'Zum Beispiel „customers.update“, „*.read“ oder „tasks.transition.complete“',
          en: 'For example “customers.update”, “*.read” or “tasks.transition.complete”',
        },
      },
    ),
    effect: choice(
      { de: 'Wirkung', en: 'Effect' },
      { allow: { de: 'Erlaubt', en: 'Allowed' }, deny: { de: 'Verboten', en: 'Denied' } },
      { required: true, default: 'allow' },
    ),
    scope: text(
      { de: 'Bei welchen Datensätzen', en: 'On which records' },
      {
        max: 120,
        examples: ['brand, all', 'own'],
        help: {
          de: 'Leer: bei allen. Sonst zum Beispiel „brand, all“: bei denen der eigenen Marken; wo es keine Marken gibt, bei allen.',
          en: 'Empty: on all. Else for example “brand, all”: on those of one’s brands; where there are no brands, on all.',
        },
      },
    ),
    guards: text(
      { de: 'Geschützte Felder', en: 'Guarded fields' },
      {
        max: 200,
        help: { de: 'Zum Beispiel „margin, salary“ oder „*“', en: 'For example “margin, salary” or “*”' },
      },
    ),
    aside: boolean(
      { de: 'Ohne eigene Liste', en: 'No list of its own' },
      {
        help: {
          de: 'Lesbar, wohin andere Datensätze führen: nicht in Navigation, Suche und auf der Startseite',
          en: 'Readable where other records lead to it: not in navigation, search and on the home page',
        },
      },
    ),
  },
  guarded_by: { kontor_keep_administrator: [] },
  owned: true,
  announces: 'access',
  step_up: true,
});
