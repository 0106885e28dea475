import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, datetime, integer, reference, subject, text } from '../../kinds/index.ts';

/**
 * What somebody wants to be told of a record, and when. It belongs to one user alone: nobody else reads it, and nothing
 * hangs on it. After it was told, `fired_at` is not before `remind_at` any more, unless it is told again.
 */
export const reminders = defineResource({
  name: 'reminders',
  label: { de: ['Erinnerung', 'Erinnerungen'] },
  icon: 'alarm',
  title: ['note'],
  fields: {
    subject: subject({ de: 'Zu', en: 'About' }, { required: true, onDelete: 'cascade' }),
    remind_at: datetime({ de: 'Erinnern am', en: 'Remind at' }, { required: true }),
    note: text({ de: 'Woran', en: 'Of what' }, { max: 300, search: 'A' }),
    repetition: choice(
      { de: 'Wiederholung', en: 'Repetition' },
      {
        none: { de: 'Einmal', en: 'Once' },
        daily: { de: 'Täglich', en: 'Daily' },
        weekly: { de: 'Wöchentlich', en: 'Weekly' },
        monthly: { de: 'Monatlich', en: 'Monthly' },
        yearly: { de: 'Jährlich', en: 'Yearly' },
      },
      { required: true, default: 'none' },
    ),
    state: choice(
      'Status',
      { open: { de: 'Offen', en: 'Open' }, done: { de: 'Erledigt', en: 'Done' } },
      { required: true, default: 'open', readOnly: true },
    ),
    snoozed_until: datetime({ de: 'Zurückgestellt bis', en: 'Snoozed until' }, { readOnly: true }),
    escalate_to_id: reference(
      { de: 'Weitergeben an', en: 'Pass on to' },
      {
        to: 'users',
        onDelete: 'set_null',
        help: {
          de: 'Hört davon, wenn Sie die Erinnerung nicht ansehen und diese Person den Datensatz sehen darf',
          en: 'Hears of it when you do not look at the reminder and this person may see the record',
        },
      },
    ),
    escalate_after_days: integer(
      { de: 'Weitergeben nach Tagen', en: 'Pass on after days' },
      { min: 1, max: 90, default: 3, total: false },
    ),
    user_id: reference('Benutzer', {
      to: 'users',
      required: true,
      readOnly: true,
      hidden: true,
      default: { from: 'current_user' },
      onDelete: 'cascade',
    }),
    passed_on_by_id: reference(
      { de: 'Weitergegeben von', en: 'Passed on by' },
      { to: 'users', readOnly: true, onDelete: 'set_null' },
    ),
    /** From where repetitions are counted: what began on the 31st does not slip to the 28th. */
    first_at: datetime({ de: 'Zuerst am', en: 'First at' }, { readOnly: true, hidden: true }),
    fired_at: datetime({ de: 'Zuletzt erinnert am', en: 'Last reminded at' }, { readOnly: true }),
    escalated_at: datetime({ de: 'Weitergegeben am', en: 'Passed on at' }, { readOnly: true }),
  },
  actions: {
    done: { label: { de: 'Erledigt', en: 'Done' }, icon: 'done' },
    snooze: {
      label: { de: 'Später erinnern', en: 'Remind later' },
      icon: 'snooze',
      input: { until: datetime({ de: 'Erinnern am', en: 'Remind at' }, { required: true }) },
    },
  },
  scopes: { own: { user_id: { eq: currentUser.id } } },
  private_to: 'own',
  list: {
    columns: ['remind_at', 'subject', 'note', 'repetition', 'snoozed_until', 'state'],
    filters: ['state', 'repetition', 'remind_at'],
    sort: ['remind_at', 'ASC'],
  },
  form: {
    Erinnerung: ['subject', 'note', 'remind_at', 'repetition', 'state', 'snoozed_until', 'fired_at'],
    Weitergabe: ['escalate_to_id', 'escalate_after_days', 'escalated_at', 'passed_on_by_id'],
  },
  sections: { Erinnerung: 'Reminder', Weitergabe: 'Passing on' },
  indices: [
    ['user_id', 'state', 'remind_at'],
    ['state', 'remind_at'],
  ],
  apart: true,
});
