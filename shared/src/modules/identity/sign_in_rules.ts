import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, references, text } from '../../kinds/index.ts';

/** Who gets which role when they sign in through a provider: by what the provider says of them. */
export const signInRules = defineResource({
  name: 'sign_in_rules',
  label: { de: ['Anmelderegel', 'Anmelderegeln'], en: ['Sign-in rule', 'Sign-in rules'] },
  icon: 'rule',
  title: ['claim', 'value'],
  fields: {
    provider: text(
      { de: 'Anbieter', en: 'Provider' },
      {
        max: 60,
        help: {
          de: 'Kennung aus der Konfiguration. Leer: alle Anbieter',
          en: 'Its id in the configuration. Empty: all providers',
        },
      },
    ),
    claim: text(
      { de: 'Angabe', en: 'Claim' },
      {
        required: true,
        max: 200,
        help: {
          de: 'Zum Beispiel „groups“ oder „realm_access.roles“',
          en: 'For example “groups” or “realm_access.roles”',
        },
      },
    ),
    operator: choice(
      { de: 'Vergleich', en: 'Comparison' },
      {
        equals: { de: 'ist', en: 'is' },
        contains: { de: 'enthält', en: 'contains' },
        starts_with: { de: 'beginnt mit', en: 'begins with' },
        matches: { de: 'passt auf das Muster', en: 'matches the pattern' },
      },
      { required: true, default: 'equals' },
    ),
    value: text(
      { de: 'Wert', en: 'Value' },
      {
        required: true,
        max: 200,
        help: { de: 'In einem Muster steht * für beliebigen Text.', en: 'In a pattern * stands for any text.' },
      },
    ),
    role_id: reference('Rolle', { to: 'roles', required: true, onDelete: 'cascade' }),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: die Rolle gilt überall', en: 'Empty: the role counts everywhere' },
    }),
    active: boolean('Aktiv', { default: true }),
  },
  list: {
    columns: ['provider', 'claim', 'operator', 'value', 'role_id', 'brand_ids', 'active'],
    filters: ['provider', 'role_id', 'active'],
    sort: ['claim', 'ASC'],
  },
  form: {
    Bedingung: ['provider', 'claim', 'operator', 'value'],
    Ergebnis: ['role_id', 'brand_ids', 'active'],
  },
  sections: { Bedingung: 'Condition', Ergebnis: 'Result' },
  step_up: true,
});
