import { mailTemplateId } from './templates.mjs';

/** The n-th rule that every installation has; its actions count on from it. */
const id = (n, action = 0) => `01900000-0000-7000-8000-0000000005${String(n * 4 + action).padStart(2, '0')}`;

const running = ['confirmed', 'planned'];
const over = ['delivered', 'invoiced', 'closed'];
const undecided = ['offered', 'option', 'confirmed'];
/** Whoever comes late is not reminded of what has been. */
const soon = { first_session_at_gte: 'today' };
const mail = (recipient, template) => ({ kind: 'mail', recipient, template_id: mailTemplateId(template, 'de') });
const tell = (text) => ({ kind: 'notification', recipient: 'owner_id', text });
const propose = (transition, text) => ({ kind: 'transition', recipient: 'owner_id', transition, text });

const rules = [
  {
    name: 'Kunden vor dem Training erinnern',
    resource: 'trainings',
    date_field: 'first_session_at',
    direction: 'before',
    amount: 7,
    filter: { status: running, ...soon, 'contact_id.email_null': false },
    actions: [mail('contact_id.email', 'training_reminder')],
  },
  {
    name: 'Teilnehmende vor dem Training erinnern',
    resource: 'enrolments',
    date_field: 'first_session_at',
    direction: 'before',
    amount: 5,
    filter: {
      status: 'enrolled',
      ...soon,
      'training_id.status': running,
      'contact_id.email_null': false,
    },
    actions: [mail('contact_id.email', 'reminder')],
  },
  {
    name: 'Trainer vor dem Training erinnern',
    resource: 'trainings',
    date_field: 'first_session_at',
    direction: 'before',
    amount: 5,
    filter: { status: running, ...soon, trainer_ids_null: false },
    actions: [mail('trainer_ids.email', 'trainer_reminder')],
  },
  {
    name: 'Nach dem letzten Termin: als durchgeführt melden',
    resource: 'trainings',
    date_field: 'last_session_at',
    direction: 'after',
    amount: 2,
    unit: 'hours',
    filter: { status: 'planned', owner_id_null: false },
    actions: [propose('deliver', 'Der letzte Termin ist vorbei')],
  },
  {
    name: 'Bescheinigungen versenden',
    resource: 'certificates',
    date_field: 'issued_on',
    direction: 'after',
    amount: 1,
    at_time: '09:00',
    filter: {
      status: 'valid',
      document_id_null: false,
      'training_id.status': [...running, ...over],
      'contact_id.email_null': false,
    },
    actions: [mail('contact_id.email', 'certificate')],
  },
  {
    name: 'Um Rückmeldung bitten',
    resource: 'enrolments',
    date_field: 'delivered_on',
    direction: 'after',
    amount: 1,
    at_time: '10:00',
    filter: {
      status: 'enrolled',
      feedback_asked: 0,
      'training_id.status': over,
      'contact_id.email_null': false,
    },
    actions: [mail('contact_id.email', 'feedback')],
  },
  {
    name: 'An die Entscheidung über die Durchführung erinnern',
    resource: 'trainings',
    date_field: 'decide_on',
    direction: 'before',
    amount: 3,
    filter: { status: undecided, owner_id_null: false },
    actions: [tell('In drei Tagen ist zu entscheiden, ob das Training stattfindet')],
  },
  {
    name: 'Entscheidung: Mindestzahl erreicht',
    resource: 'trainings',
    date_field: 'decide_on',
    direction: 'on',
    filter: {
      status: undecided,
      min_participants_null: false,
      missing_participants_lte: 0,
      owner_id_null: false,
    },
    actions: [
      propose('confirm', 'Heute entscheiden, die Mindestzahl ist erreicht'),
      propose('plan', 'Heute entscheiden, die Mindestzahl ist erreicht'),
    ],
  },
  {
    name: 'Entscheidung: Mindestzahl nicht erreicht',
    resource: 'trainings',
    date_field: 'decide_on',
    direction: 'on',
    filter: {
      status: undecided,
      min_participants_null: false,
      missing_participants_gt: 0,
      owner_id_null: false,
    },
    actions: [propose('cancel', 'Heute entscheiden, die Mindestzahl ist nicht erreicht')],
  },
  {
    name: 'An ablaufende Optionen erinnern',
    resource: 'trainings',
    date_field: 'option_until',
    direction: 'before',
    amount: 2,
    filter: { status: 'option', owner_id_null: false },
    actions: [tell('Die Option läuft in zwei Tagen ab')],
  },
];

/** Ids of the shipped rules by their place in the list, for those that tell of them. */
export const shippedRuleId = (place) => id(place + 1);

/** What happens by date with trainings. Nobody has saved these rules yet: they act as Kontor itself. */
export const shippedRules = (now) =>
  rules.map(({ actions: _actions, ...rule }, i) => ({
    id: id(i + 1),
    active: true,
    armed_at: now,
    trigger: 'date',
    unit: 'days',
    amount: 0,
    at_time: '08:00',
    yearly: false,
    ...rule,
  }));
export const shippedRuleActions = () =>
  rules.flatMap(({ actions }, i) =>
    actions.map((action, at) => ({ id: id(i + 1, at + 1), rule_id: id(i + 1), ...action })),
  );
