import { regions } from './regions.mjs';
import { shippedRuleActions, shippedRules } from './rules.mjs';
import { documentTemplates, mailTemplates } from './templates.mjs';

/** What every installation needs: the number sequences, where places lie, and what Kontor writes by itself. */
export async function seed(seeder) {
  await seeder.insert('number_sequences', [
    {
      id: '01900000-0000-7000-8000-000000000001',
      key: 'customer',
      name: 'Kundennummern',
      pattern: 'K-{00000}',
      next_value: 10001,
      yearly: false,
    },
    {
      id: '01900000-0000-7000-8000-000000000002',
      key: 'training',
      name: 'Trainingsnummern',
      pattern: 'T-{yyyy}-{0000}',
      next_value: 1,
      yearly: true,
    },
    {
      id: '01900000-0000-7000-8000-000000000003',
      key: 'training_template',
      name: 'Katalognummern',
      pattern: 'KAT-{000}',
      next_value: 101,
      yearly: false,
    },
    {
      id: '01900000-0000-7000-8000-000000000004',
      key: 'certificate',
      name: 'Nummern der Bescheinigungen',
      pattern: 'TB-{yyyy}-{00000}',
      next_value: 1,
      yearly: true,
    },
    {
      id: '01900000-0000-7000-8000-000000000005',
      key: 'supplier',
      name: 'Lieferantennummern',
      pattern: 'L-{00000}',
      next_value: 70001,
      yearly: false,
    },
  ]);
  await seeder.insert('regions', regions());
  await ship(seeder);
}

/** What Kontor writes and does by itself. It comes into installations that are there already as well, each record once. */
export async function ship(seeder) {
  await seeder.ship('email_templates', mailTemplates());
  await seeder.ship('document_templates', documentTemplates());
  const actions = shippedRuleActions();
  const there = await seeder.there(
    'email_templates',
    actions.flatMap(({ template_id }) => template_id ?? []),
  );
  // somebody has deleted the words of a rule before it came
  const mute = actions.filter(({ template_id: id }) => id && !there.includes(id)).map(({ rule_id }) => rule_id);
  const rules = shippedRules(new Date().toISOString()).filter(({ id }) => !mute.includes(id));
  const came = await seeder.ship('automation_rules', rules);
  await seeder.insert(
    'automation_actions',
    actions.filter(({ rule_id }) => came.includes(rule_id)),
  );
}
