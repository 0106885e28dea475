import { kontor, users } from './company.mjs';
import { day, officeTime } from './dates.mjs';
import { ruleActionId, ruleId, ruleTaskId, templateId } from './ids.mjs';

const [anna, miriam] = users;
const since = 40;

const rules = [
  {
    name: 'Überfällige Aufgaben anmahnen',
    owner_id: miriam.id,
    trigger: 'date',
    date_field: 'due_on',
    direction: 'after',
    amount: 3,
    at_time: '08:00',
    filter: { status: ['open', 'in_progress', 'waiting'] },
  },
  {
    name: 'Dringendes am Vortag per E-Mail',
    owner_id: anna.id,
    trigger: 'date',
    date_field: 'due_on',
    direction: 'before',
    amount: 1,
    at_time: '15:00',
    filter: { priority: ['urgent'], status: ['open', 'in_progress', 'waiting'] },
  },
  {
    name: 'Nach einem Angebot nachfassen',
    owner_id: miriam.id,
    trigger: 'transition',
    date_field: 'created_at',
    direction: 'on',
    amount: 0,
    at_time: '08:00',
    to_state: 'done',
    filter: { name_ilike: '%Angebot für%' },
  },
  {
    name: 'Hauptansprechpartnern zum Geburtstag gratulieren',
    owner_id: anna.id,
    resource: 'contacts',
    trigger: 'date',
    date_field: 'birthday',
    direction: 'on',
    amount: 0,
    yearly: true,
    at_time: '08:00',
    filter: { main_contact: true },
  },
];

const overdue = 'Seit drei Tagen überfällig: bitte erledigen oder den Termin verschieben';
const actions = [
  { rule_id: ruleId(1), kind: 'notification', recipient: 'assignee_id', text: overdue },
  { rule_id: ruleId(2), kind: 'mail', recipient: 'assignee_id', template_id: templateId(20) },
  { rule_id: ruleId(3), kind: 'task', recipient: 'assignee_id', text: 'Angebot nachfassen', due_in: 7 },
  {
    rule_id: ruleId(4),
    kind: 'notification',
    recipient: 'rule_owner',
    text: 'Hat heute Geburtstag: bitte gratulieren',
  },
];

/**
 * What a rule that waits for a date has decided since it is there, as the server would have; up to now, so that it has nothing to
 * make up for. `days` after the date (before it: negative), `meets` and `reason` as SQL over the task.
 */
const decided = (rule, { days, time, meets, reason }) => `
  INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, reason, occasion, due_at, finished_at, created_at, updated_at, version, attempts)
  SELECT gen_random_uuid(), '${rule}', 'tasks', t.id,
    CASE WHEN NOT (${meets}) THEN 'skipped' WHEN t.assignee_id IS NULL THEN 'failed' ELSE 'fired' END,
    CASE WHEN NOT (${meets}) THEN 'Die Bedingungen trafen nicht zu.' WHEN t.assignee_id IS NULL THEN '„Zuständig“ ist leer oder nicht zu sehen.' ELSE '${reason}' END,
    'due_on ' || to_char(t.due_on + ${days}, 'YYYY-MM-DD'), d.at, d.at + interval '2 minutes', d.at + interval '2 minutes', d.at + interval '2 minutes', 2, 1
  FROM tasks t, LATERAL (SELECT (t.due_on + ${days} + time '${time}') AT TIME ZONE 'Europe/Berlin' AS at) d
  WHERE d.at > now() - interval '${since} days' AND d.at <= now() AND t.created_at < d.at`;

/** Four rules that have been at work for some weeks. */
export async function automation(chance, seeder) {
  const made_at = officeTime(chance, -since);
  const stamps = { created_at: made_at, updated_at: made_at };
  await seeder.insert('email_templates', [
    {
      id: templateId(20),
      name: 'Morgen fällig',
      resource: 'tasks',
      language: 'de',
      active: true,
      subject: 'Morgen fällig: {{ task.name }}',
      body: '<p>Guten Tag,</p><p>die Aufgabe „{{ task.name }}“ ist dringend und am {{ task.due_on }} fällig. Wenn etwas dazwischenkommt, geben Sie bitte heute noch Bescheid.</p>',
    },
  ]);
  await seeder.insert(
    'automation_rules',
    rules.map((rule, i) => ({
      ...stamps,
      unit: 'days',
      resource: 'tasks',
      yearly: false,
      ...rule,
      id: ruleId(i + 1),
      active: true,
      armed_at: made_at,
      created_by: rule.owner_id,
      updated_by: rule.owner_id,
    })),
  );
  await seeder.insert(
    'automation_actions',
    actions.map((action, i) => ({ ...stamps, ...action, id: ruleActionId(i + 1), created_by: miriam.id })),
  );
  // what is done now was done in time, or after the reminder
  const late = "(t.status IN ('open', 'in_progress', 'waiting') OR t.updated_at > d.at)";
  await seeder.execute(
    decided(ruleId(1), { days: 3, time: '08:00', meets: late, reason: `Benachrichtigt: ${overdue}.` }),
  );
  await seeder.execute(
    decided(ruleId(2), {
      days: -1,
      time: '15:00',
      meets: `t.priority = 'urgent' AND ${late}`,
      reason: 'E-Mail nach der Vorlage „Morgen fällig“.',
    }),
  );
  // birthdays of the last weeks; what is to come the server does
  await seeder.execute(`
    INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, reason, occasion, due_at, finished_at, created_at, updated_at, version, attempts)
    SELECT gen_random_uuid(), '${ruleId(4)}', 'contacts', c.id, CASE WHEN c.main_contact THEN 'fired' ELSE 'skipped' END,
      CASE WHEN c.main_contact THEN 'Benachrichtigt: Hat heute Geburtstag: bitte gratulieren.' ELSE 'Die Bedingungen trafen nicht zu.' END,
      'birthday ' || y.year, d.at, d.at + interval '2 minutes', d.at + interval '2 minutes', d.at + interval '2 minutes', 2, 1
    FROM contacts c, LATERAL (SELECT generate_series(extract(year FROM now())::int - 1, extract(year FROM now())::int) AS year) y,
      LATERAL (SELECT (c.birthday + make_interval(years => y.year - extract(year FROM c.birthday)::int) + time '08:00') AT TIME ZONE 'Europe/Berlin' AS at) d
    WHERE c.birthday IS NOT NULL AND c.deleted_at IS NULL AND d.at > now() - interval '${since} days' AND d.at <= now() AND c.created_at < d.at`);
  // one of those that failed has an assignee since, and was tried again by hand
  await seeder.execute(`
    UPDATE automation_runs SET state = 'fired', reason = 'Benachrichtigt: ${overdue}.', attempts = 2, version = 4, finished_at = finished_at + interval '5 hours', updated_at = finished_at + interval '5 hours', updated_by = '${miriam.id}'
    WHERE id = (SELECT r.id FROM automation_runs r WHERE r.rule_id = '${ruleId(1)}' AND r.state = 'fired' AND r.created_at < now() - interval '6 hours' ORDER BY r.created_at DESC, r.id LIMIT 1)`);
  // nobody reads a reminder of last week in the bell any more
  await seeder.execute(`
    INSERT INTO notifications (id, user_id, kind, subject_resource, subject_id, rule_id, text, read_at, created_at, updated_at, created_by)
    SELECT gen_random_uuid(), t.assignee_id, 'rule', 'tasks', t.id, r.rule_id, '${overdue}', r.created_at + interval '3 hours', r.created_at, r.created_at, '${miriam.id}'
    FROM automation_runs r JOIN tasks t ON t.id = r.subject_id WHERE r.rule_id = '${ruleId(1)}' AND r.state = 'fired'`);
  await seeder.execute(`
    INSERT INTO email_messages (id, direction, "to", to_name, role, subject, text, html, about_resource, about_id, brand_id, template_id, mail, state, attempts, sent_at, created_at, created_by)
    SELECT r.id, 'out', u.email, u.name, 'to', 'Morgen fällig: ' || t.name, x.text, '<p>' || replace(x.text, E'\\n\\n', '</p><p>') || '</p>', 'tasks', t.id, t.brand_id, '${templateId(20)}', r.id, 'sent', 1, r.created_at + interval '12 seconds', r.created_at, '${anna.id}'
    FROM automation_runs r JOIN tasks t ON t.id = r.subject_id JOIN users u ON u.id = t.assignee_id,
      LATERAL (SELECT E'Guten Tag,\\n\\ndie Aufgabe „' || t.name || '“ ist dringend und am ' || to_char(t.due_on, 'DD.MM.YYYY') || ' fällig. Wenn etwas dazwischenkommt, geben Sie bitte heute noch Bescheid.' AS text) x
    WHERE r.rule_id = '${ruleId(2)}' AND r.state = 'fired'`);
  // offers that were written lately, and what was noted to be done about them
  await seeder.execute(`
    INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, reason, occasion, due_at, finished_at, created_at, updated_at, created_by, version, attempts)
    SELECT gen_random_uuid(), '${ruleId(3)}', 'tasks', t.id, 'fired', 'Aufgabe „Angebot nachfassen“.', 'version 2', t.updated_at, t.updated_at + interval '1 second', t.updated_at, t.updated_at, t.updated_by, 2, 1
    FROM tasks t WHERE t.status = 'done' AND t.name LIKE 'Angebot für%' AND t.updated_at > now() - interval '${since} days'
    ORDER BY t.updated_at DESC LIMIT 4`);
  const failed = officeTime(chance, -9);
  await seeder.insert('tasks', [
    {
      id: ruleTaskId(1),
      version: 2,
      name: 'Regel gescheitert: Überfällige Aufgaben anmahnen',
      status: 'done',
      priority: 'high',
      assignee_id: miriam.id,
      due_on: day(-8),
      subject_resource: 'automation_rules',
      subject_id: ruleId(1),
      description:
        '<p>Die Regel „Überfällige Aufgaben anmahnen“ konnte nicht alles tun: „Zuständig“ ist leer oder nicht zu sehen. Ihr Protokoll sagt, bei welchen Datensätzen.</p>',
      created_at: failed,
      created_by: kontor,
      updated_at: new Date(Date.parse(failed) + 5 * 3_600_000).toISOString(),
      updated_by: miriam.id,
    },
  ]);
  await seeder.execute(`
    INSERT INTO tasks (id, version, name, status, priority, assignee_id, due_on, subject_resource, subject_id, brand_id, created_at, created_by, updated_at, updated_by)
    SELECT r.id, 1, 'Angebot nachfassen', 'open', 'normal', t.assignee_id, (r.created_at AT TIME ZONE 'Europe/Berlin')::date + 7, t.subject_resource, t.subject_id, t.brand_id, r.created_at + interval '1 second', '${miriam.id}', r.created_at + interval '1 second', '${miriam.id}'
    FROM automation_runs r JOIN tasks t ON t.id = r.subject_id WHERE r.rule_id = '${ruleId(3)}'`);
  await seeder.execute(
    `INSERT INTO automation_runs_task_ids (record_id, target_id) SELECT id, id FROM automation_runs WHERE rule_id = '${ruleId(3)}'`,
  );
}
