import {
  date,
  lines,
  money,
  type Resource,
  reference,
  richText,
  sequence,
  status,
  subject,
  text,
} from '@kontor/shared';

/** Declarations for the tests of the forms, with one of everything that forms treat specially. */
export const tasks: Resource = {
  name: 'tasks',
  label: { de: ['Aufgabe', 'Aufgaben'] },
  title: ['name'],
  fields: {
    name: text('Aufgabe', { required: true }),
    status: status(
      'Status',
      { open: 'Offen', in_progress: 'In Arbeit', waiting: 'Wartet', done: 'Erledigt', cancelled: 'Entfällt' },
      { tones: { waiting: 'warning', done: 'success' } },
    ),
    rate: money('Satz', { guard: 'rates' }),
    assignee_id: reference('Zuständig', { to: 'users', default: { from: 'current_user' } }),
    subject: subject('Betrifft'),
    description: richText('Beschreibung'),
    due_on: date('Fällig', { default: { from: 'today' } }),
    note: text('Intern', { hidden: true }),
  },
  workflow: {
    field: 'status',
    initial: 'open',
    transitions: {
      start: { label: 'Beginnen', from: ['open', 'waiting'], to: 'in_progress', requires: ['name'] },
      wait: { label: 'Zurückstellen', from: ['open', 'in_progress'], to: 'waiting' },
      complete: { label: 'Erledigen', from: ['open', 'in_progress', 'waiting'], to: 'done' },
      cancel: { label: 'Entfallen lassen', from: ['open'], to: 'cancelled' },
    },
  },
  form: { Aufgabe: ['name', 'rate'], Mehr: ['description'] },
  sections: { Aufgabe: 'Task', Mehr: 'More' },
};

export const customers: Resource = {
  name: 'customers',
  label: { de: ['Kunde', 'Kunden'] },
  title: ['name'],
  fields: {
    number: sequence('Nummer', { series: 'customer' }),
    name: text('Name', { required: true }),
    code: text('Kürzel', { unique: true }),
    addresses: lines('Anschriften', { of: 'addresses', by: 'party' }),
  },
};
