import { shippedRuleId, shippedRules } from '../../base/rules.mjs';

/** Days for which the shipped rules have been at work. */
const since = 40;
const zone = "'Europe/Berlin'";
const mailed = (name) => `E-Mail nach der Vorlage „${name}“.`;
const taken = "('confirmed', 'planned', 'delivered', 'invoiced', 'closed')";
const over = "('delivered', 'invoiced', 'closed')";
const contact = (of) => `EXISTS (SELECT 1 FROM contacts c WHERE c.id = ${of} AND c.email IS NOT NULL)`;
const training = (which) => `EXISTS (SELECT 1 FROM trainings x WHERE x.id = t.training_id AND ${which})`;

/**
 * What each rule has decided, in its order: the time on the clock of the company as SQL over the record `t` of its resource, how
 * that is told as an occasion, whether it applied then, what was done, and to whom a mail went with which subject.
 */
const decided = [
  [
    't.first_session_at',
    "- interval '7 days'",
    `t.status IN ${taken} AND ${contact('t.contact_id')}`,
    mailed('Erinnerung an den Kunden'),
    { to: 't.contact_id', subject: "'Bald ist es so weit: ' || t.name" },
  ],
  [
    't.first_session_at',
    "- interval '5 days'",
    `t.status = 'enrolled' AND ${training(`x.status IN ${taken}`)} AND ${contact('t.contact_id')}`,
    mailed('Erinnerung der Teilnehmenden'),
    { to: 't.contact_id', subject: "'Bald ist es so weit: ' || x.name" },
  ],
  [
    't.first_session_at',
    "- interval '5 days'",
    `t.status IN ${taken} AND EXISTS (SELECT 1 FROM trainer_assignments a WHERE a.training_id = t.id AND a.status = 'confirmed')`,
    mailed('Erinnerung an Trainer'),
  ],
  [
    't.last_session_at',
    "+ interval '2 hours'",
    `t.status IN ('planned', 'delivered', 'invoiced', 'closed')`,
    'Schritt „Als durchgeführt melden“ vorgeschlagen.',
  ],
  [
    't.issued_on',
    "+ 1 + time '09:00'",
    `t.status = 'valid' AND ${contact('t.contact_id')}`,
    mailed('Bescheinigung senden'),
    { to: 't.contact_id', subject: "'Ihre Bescheinigung: ' || t.course" },
  ],
  [
    't.delivered_on',
    "+ 1 + time '10:00'",
    `t.status = 'enrolled' AND ${training(`x.status IN ${over}`)} AND ${contact('t.contact_id')}`,
    mailed('Bitte um Rückmeldung'),
    { to: 't.contact_id', subject: "'Wie war es? ' || x.name" },
  ],
  [
    't.decide_on',
    "- 3 + time '08:00'",
    "t.status <> 'lead'",
    'Benachrichtigt: In drei Tagen ist zu entscheiden, ob das Training stattfindet.',
  ],
  [
    't.decide_on',
    "+ time '08:00'",
    "t.status <> 'lead' AND t.missing_participants <= 0",
    'Schritt „Bestätigen“ vorgeschlagen.',
  ],
  [
    't.decide_on',
    "+ time '08:00'",
    "t.status <> 'lead' AND t.missing_participants > 0",
    'Schritt „Absagen“ vorgeschlagen.',
  ],
  ['t.option_until', "- 2 + time '08:00'", "t.status = 'option'", 'Benachrichtigt: Die Option läuft in zwei Tagen ab.'],
];

/** The log of the shipped rules, complete up to now, so that there is nothing to make up for; and the mails that they have sent. */
export async function rulesAtWork(seeder) {
  await seeder.execute(
    `UPDATE automation_rules SET armed_at = now() - interval '${since + 1} days', created_at = now() - interval '${since + 1} days', updated_at = now() - interval '${since + 1} days' WHERE owner_id IS NULL`,
  );
  const rules = shippedRules();
  for (const [i, [field, distance, meets, reason, mail]] of decided.entries()) {
    const { resource, date_field } = rules[i];
    const instant = date_field.endsWith('_at');
    const local = instant ? `(${field} AT TIME ZONE ${zone} ${distance})` : `(${field} ${distance})`;
    const day = instant ? 'YYYY-MM-DD HH24:MI:SS.MS' : 'YYYY-MM-DD';
    const rule = shippedRuleId(i);
    await seeder.execute(`
      INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, reason, occasion, due_at, finished_at, created_at, updated_at, version, attempts)
      SELECT gen_random_uuid(), '${rule}', '${resource}', t.id, CASE WHEN ${meets} THEN 'fired' ELSE 'skipped' END,
        CASE WHEN ${meets} THEN '${reason}' ELSE 'Die Bedingungen trafen nicht zu.' END,
        '${date_field} ' || to_char(d.at AT TIME ZONE ${zone}, '${day}'), d.at, d.at + interval '2 minutes', d.at + interval '2 minutes', d.at + interval '2 minutes', 2, 1
      FROM ${resource} t, LATERAL (SELECT ${local} AT TIME ZONE ${zone} AS at) d
      WHERE ${field} IS NOT NULL AND d.at > now() - interval '${since} days' AND d.at <= now()`);
    if (!mail) continue;
    const named = resource === 'enrolments' ? 'JOIN trainings x ON x.id = t.training_id' : '';
    const template = `(SELECT a.template_id FROM automation_actions a WHERE a.rule_id = '${rule}' LIMIT 1)`;
    await seeder.execute(`
      INSERT INTO email_messages (id, direction, "to", to_name, role, subject, text, html, about_resource, about_id, brand_id, template_id, mail, state, attempts, sent_at, created_at)
      SELECT r.id, 'out', c.email, c.full_name, 'to', left(${mail.subject}, 200), w.text, '<p>' || replace(w.text, E'\\n\\n', '</p><p>') || '</p>', '${resource}', t.id, t.brand_id, ${template}, r.id, 'sent', 1, r.created_at + interval '12 seconds', r.created_at
      FROM automation_runs r JOIN ${resource} t ON t.id = r.subject_id ${named} JOIN contacts c ON c.id = ${mail.to} JOIN brands b ON b.id = t.brand_id,
        LATERAL (SELECT 'Guten Tag ' || c.full_name || E',\\n\\n' || ${mail.subject} || E'\\n\\n' || b.name AS text) w
      WHERE r.rule_id = '${rule}' AND r.state = 'fired'`);
  }
}
