import type { Dashboard } from '../../define/dashboard.ts';
import { fullMonth } from './full_month.ts';

const active = ['lead', 'offered', 'option', 'confirmed', 'planned', 'delivered'];
const soon = { starts_at_gte: 'today', starts_at_lte: 'today+14' };
const sure = ['confirmed', 'planned'];
const unstaffed = {
  confirmed_trainers: 0,
  starts_at_gte: 'today',
  starts_at_lte: 'today+60',
  'training_id.status': sure,
};
const overdue = { done: false, due_on_lt: 'today' };
const expiring = { status: 'option', option_until_lte: 'today+14' };

/** How the training business stands. */
export const dashboard: Dashboard = [
  {
    show: 'figure',
    label: { de: 'Laufende Trainings', en: 'Active trainings' },
    of: 'trainings',
    filter: { status: active },
  },
  {
    show: 'figure',
    label: { de: 'Termine in 14 Tagen', en: 'Sessions within 14 days' },
    of: 'training_sessions',
    filter: { ...soon, 'training_id.status': sure },
  },
  {
    show: 'figure',
    label: { de: 'Termine ohne Trainer', en: 'Sessions without trainer' },
    of: 'training_sessions',
    filter: unstaffed,
    tone: 'warning',
  },
  {
    show: 'figure',
    label: { de: 'Überfällige Checklistenpunkte', en: 'Overdue checklist items' },
    of: 'checklist_items',
    filter: overdue,
    tone: 'error',
  },
  {
    show: 'figure',
    label: { de: 'Ablaufende Optionen', en: 'Expiring options' },
    of: 'trainings',
    filter: expiring,
    tone: 'warning',
  },
  {
    show: 'bars',
    label: { de: 'Laufende Trainings nach Status', en: 'Active trainings by state' },
    of: 'trainings',
    filter: { status: active },
    group: 'status',
    split: 'brand_id',
    measures: ['count'],
  },
  {
    show: 'bars',
    label: { de: 'Erlös je Monat', en: 'Revenue per month' },
    of: 'trainings',
    filter: {
      status: [...active, 'invoiced', 'closed'],
      first_session_at_gte: 'today-60',
      first_session_at_lte: 'today+180',
    },
    group: 'first_session_at',
    part: 'month',
    split: 'brand_id',
    measures: ['sum:revenue', 'sum:margin'],
  },
  {
    show: 'rows',
    label: { de: 'Die nächsten 14 Tage', en: 'The next 14 days' },
    of: 'training_sessions',
    filter: { ...soon, 'training_id.status': sure },
    columns: ['starts_at', 'location_id', 'trainer_ids'],
    sort: ['starts_at', 'ASC'],
    opens: 'training_id',
    empty: { de: 'In den nächsten 14 Tagen findet nichts statt.', en: 'Nothing takes place within 14 days.' },
  },
  {
    show: 'rows',
    label: { de: 'Termine ohne bestätigten Trainer', en: 'Sessions without confirmed trainer' },
    of: 'training_sessions',
    filter: unstaffed,
    columns: ['starts_at', 'location_id'],
    sort: ['starts_at', 'ASC'],
    opens: 'training_id',
    empty: { de: 'Alle Termine sind besetzt.', en: 'All sessions are staffed.' },
  },
  {
    show: 'rows',
    label: { de: 'Überfällig auf Checklisten', en: 'Overdue on checklists' },
    of: 'checklist_items',
    filter: overdue,
    columns: ['due_on', 'subject', 'assignee_id'],
    sort: ['due_on', 'ASC'],
    empty: { de: 'Nichts ist überfällig.', en: 'Nothing is overdue.' },
  },
  {
    show: 'shares',
    label: { de: 'Anmeldungen und Plätze', en: 'Enrolments and places' },
    of: 'trainings',
    filter: { kind: 'open', status: sure, first_session_at_gte: 'today', first_session_at_lte: 'today+90' },
    value: 'seats_taken',
    limit: 'max_participants',
    least: 'min_participants',
    columns: ['first_session_at'],
    sort: ['first_session_at', 'ASC'],
    empty: { de: 'Keine offenen Trainings in den nächsten 90 Tagen.', en: 'No open trainings within 90 days.' },
  },
  {
    show: 'rows',
    label: { de: 'Optionen, die bald ablaufen', en: 'Options that expire soon' },
    of: 'trainings',
    filter: expiring,
    columns: ['option_until', 'customer_id'],
    sort: ['option_until', 'ASC'],
    empty: { de: 'Keine Option läuft in den nächsten 14 Tagen ab.', en: 'No option expires within 14 days.' },
  },
  {
    show: 'load',
    label: { de: 'Auslastung der Trainer', en: 'Utilisation of trainers' },
    of: 'trainer_assignments',
    filter: { status: 'confirmed' },
    group: 'trainer_id',
    days: 'starts_at',
    limit: 'max_days',
    usual: fullMonth,
    most: 8,
    empty: { de: 'In diesem Monat ist niemand eingesetzt.', en: 'Nobody is assigned in this month.' },
  },
];
