import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, date, duration, reference, references, richText, status, subject, text } from '../../kinds/index.ts';

export const tasks = defineResource({
  name: 'tasks',
  label: { de: ['Aufgabe', 'Aufgaben'] },
  icon: 'task_alt',
  title: ['name'],
  fields: {
    name: text('Aufgabe', { required: true, max: 200, search: 'A' }),
    status: status(
      'Status',
      {
        open: { de: 'Offen', en: 'Open' },
        in_progress: { de: 'In Arbeit', en: 'In progress' },
        waiting: { de: 'Wartet', en: 'Waiting' },
        done: { de: 'Erledigt', en: 'Done' },
        cancelled: { de: 'Entfällt', en: 'Cancelled' },
      },
      { tones: { in_progress: 'info', waiting: 'warning', done: 'success' } },
    ),
    priority: choice(
      'Priorität',
      {
        low: { de: 'Niedrig', en: 'Low' },
        normal: { de: 'Normal', en: 'Normal' },
        high: { de: 'Hoch', en: 'High' },
        urgent: { de: 'Dringend', en: 'Urgent' },
      },
      { required: true, default: 'normal' },
    ),
    assignee_id: reference({ de: 'Zuständig', en: 'Assignee' }, { to: 'users', default: { from: 'current_user' } }),
    due_on: date({ de: 'Fällig am', en: 'Due on' }),
    subject: subject({ de: 'Betrifft', en: 'About' }, { of: 'taskable' }),
    brand_id: reference('Marke', { to: 'brands' }),
    description: richText('Beschreibung'),
    estimated: duration({ de: 'Geschätzt', en: 'Estimated' }),
    actual: duration({ de: 'Tatsächlich', en: 'Actual' }),
    tag_ids: references('Schlagwörter', { to: 'tags' }),
  },
  workflow: {
    field: 'status',
    initial: 'open',
    transitions: {
      start: { label: { de: 'Beginnen', en: 'Start' }, from: ['open', 'waiting'], to: 'in_progress' },
      wait: { label: { de: 'Zurückstellen', en: 'Put on hold' }, from: ['open', 'in_progress'], to: 'waiting' },
      complete: { label: { de: 'Erledigen', en: 'Complete' }, from: ['open', 'in_progress', 'waiting'], to: 'done' },
      cancel: {
        label: { de: 'Entfallen lassen', en: 'Cancel' },
        from: ['open', 'in_progress', 'waiting'],
        to: 'cancelled',
      },
      reopen: {
        label: { de: 'Wieder öffnen', en: 'Reopen' },
        from: ['in_progress', 'waiting', 'done', 'cancelled'],
        to: 'open',
      },
    },
  },
  scopes: {
    brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] },
    assigned: { assignee_id: { eq: currentUser.id } },
  },
  list: {
    columns: ['name', 'status', 'priority', 'assignee_id', 'due_on', 'subject'],
    filters: ['status', 'priority', 'assignee_id', 'brand_id', 'due_on', 'tag_ids'],
    sort: ['due_on', 'ASC'],
  },
  views: {
    board: { by: 'status', sum: 'estimated', card: ['assignee_id', 'due_on', 'priority', 'subject'] },
    calendar: { from: 'due_on' },
  },
  notify: { assigned: 'assignee_id', due: 'due_on', unless: { status: { in: ['done', 'cancelled'] } } },
  stream: { at: 'created_at', text: 'name' },
  form: {
    Aufgabe: ['name', 'priority', 'assignee_id', 'due_on', 'subject', 'brand_id', 'tag_ids'],
    Einzelheiten: ['description', 'estimated', 'actual'],
  },
  sections: { Aufgabe: 'Task', Einzelheiten: 'Details' },
  abilities: ['notable', 'documentable', 'mailable'],
  import_key: ['name'],
  trash: true,
});
