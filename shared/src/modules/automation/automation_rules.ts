import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, datetime, integer, json, lines, reference, text, time } from '../../kinds/index.ts';

/**
 * "When a date is reached, or a step was taken, then …". A rule acts with the rights of who has saved it last, and on what they
 * may read: nobody can lend themselves the rights of somebody else by changing a rule of theirs.
 */
export const automationRules = defineResource({
  name: 'automation_rules',
  label: { de: ['Regel', 'Regeln'], en: ['Rule', 'Rules'] },
  icon: 'rule',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    active: boolean(
      { de: 'Eingeschaltet', en: 'Switched on' },
      {
        help: {
          de: 'Erst die Vorschau ansehen, dann einschalten. Was vorher war, holt eine Regel nicht nach.',
          en: 'Look at the preview first, then switch it on. A rule does not make up for what was before.',
        },
      },
    ),
    resource: text({ de: 'Bereich', en: 'Area' }, { required: true, max: 60, names: 'resource', examples: ['tasks'] }),
    trigger: choice(
      { de: 'Auslöser', en: 'Trigger' },
      {
        date: { de: 'Ein Datum ist erreicht', en: 'A date is reached' },
        transition: { de: 'Der Status wechselt', en: 'The status changes' },
      },
      { required: true, default: 'date' },
    ),
    date_field: text(
      { de: 'Datum', en: 'Date' },
      { required: true, max: 60, default: 'created_at', examples: ['due_on', 'created_at'] },
    ),
    direction: choice(
      { de: 'Wann', en: 'When' },
      {
        before: { de: 'vor dem Datum', en: 'before the date' },
        on: { de: 'genau am Datum', en: 'exactly on the date' },
        after: { de: 'nach dem Datum', en: 'after the date' },
      },
      { required: true, default: 'on' },
    ),
    amount: integer({ de: 'Wie viele', en: 'How many' }, { min: 0, max: 3650, total: false, default: 0 }),
    unit: choice(
      { de: 'Tage oder Stunden', en: 'Days or hours' },
      { days: { de: 'Tage', en: 'Days' }, hours: { de: 'Stunden', en: 'Hours' } },
      { required: true, default: 'days' },
    ),
    yearly: boolean(
      { de: 'Jedes Jahr', en: 'Every year' },
      {
        help: {
          de: 'Am Datum und an seinem Jahrestag; der 29. Februar ist in anderen Jahren der 28.',
          en: 'On the date and on its anniversaries; 29 February is the 28th in other years.',
        },
      },
    ),
    at_time: time({ de: 'Uhrzeit', en: 'Time of day' }, { required: true, default: '08:00' }),
    from_state: text(
      { de: 'Status vorher', en: 'Status before' },
      { max: 60, examples: ['open'], help: { de: 'Leer: jeder', en: 'Empty: any' } },
    ),
    to_state: text(
      { de: 'Status danach', en: 'Status after' },
      { max: 60, examples: ['done'], help: { de: 'Leer: jeder', en: 'Empty: any' } },
    ),
    filter: json({ de: 'Bedingungen', en: 'Conditions' }, { examples: [{}, { name_ilike: '%Angebot%' }] }),
    actions: lines(
      { de: 'Was dann geschieht', en: 'What happens then' },
      {
        of: 'automation_actions',
        by: 'rule_id',
        examples: [{ kind: 'task', recipient: 'created_by', text: 'Nachfassen', due_in: 3 }],
      },
    ),
    owner_id: reference(
      { de: 'Handelt mit den Rechten von', en: 'Acts with the rights of' },
      { to: 'users', readOnly: true },
    ),
    armed_at: datetime({ de: 'Eingeschaltet seit', en: 'Switched on since' }, { readOnly: true }),
    problem: text(
      { de: 'Ausgeschaltet, weil', en: 'Switched off because' },
      { readOnly: true, multiline: true, max: 2000 },
    ),
  },
  actions: {
    preview: {
      label: { de: 'Vorschau', en: 'Preview' },
      icon: 'visibility',
      apart: true,
      input: { rule: json({ de: 'Geänderte Werte', en: 'Changed values' }, { examples: [{}] }) },
    },
  },
  scopes: { own: { owner_id: { eq: currentUser.id } } },
  list: {
    columns: ['name', 'active', 'resource', 'trigger', 'owner_id', 'armed_at', 'problem'],
    filters: ['active', 'resource', 'trigger', 'owner_id'],
    sort: ['name', 'ASC'],
  },
  form: {
    Regel: ['name', 'active'],
    Wenn: [
      'resource',
      'trigger',
      'date_field',
      'direction',
      'amount',
      'unit',
      'yearly',
      'at_time',
      'from_state',
      'to_state',
    ],
    Bedingungen: ['filter'],
    Dann: ['actions'],
  },
  sections: { Regel: 'Rule', Wenn: 'When', Bedingungen: 'Conditions', Dann: 'Then' },
  abilities: ['taskable'],
  indices: [['active', 'trigger', 'resource']],
  trash: true,
});
