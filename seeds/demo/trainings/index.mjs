import { users } from '../company.mjs';
import { random } from '../random.mjs';
import { aftermath, earlierCertificates } from './aftermath.mjs';
import { stepRows, termRows } from './cancellation.mjs';
import { checklists, checklistTemplateItems, checklistTemplates } from './checklists.mjs';
import { mails, notes } from './correspondence.mjs';
import { enrolments } from './participants.mjs';
import { rulesAtWork } from './rules.mjs';
import { schedule } from './schedule.mjs';
import { dayRows, priceRows, qualificationRows, templateRows } from './templates.mjs';
import { trail } from './trail.mjs';
import { trainers } from './trainers.mjs';
import { bookables, locations } from './venues.mjs';
import { today } from './workdays.mjs';

/**
 * The training business of the demo company: catalogue, trainers, venues, and three hundred trainings around today. Parents
 * are inserted before their children, so that what follows of other records is right when the triggers look.
 */
export async function trainings(seeder, customers, contacts) {
  await seeder.insert('cancellation_terms', termRows);
  await seeder.insert('cancellation_steps', stepRows);
  await seeder.insert('qualifications', qualificationRows);
  await seeder.insert('checklist_templates', checklistTemplates);
  await seeder.insert('checklist_template_items', checklistTemplateItems);
  await seeder.insert(
    'training_templates',
    templateRows.map(({ row }) => row),
  );
  await seeder.insert('training_template_days', dayRows);
  await seeder.insert('training_prices', priceRows);

  const people = trainers(random(21), 60);
  for (const [resource, rows] of [
    ['suppliers', people.suppliers],
    ['employees', people.employees],
    ['trainers', people.trainers],
    ['trainer_regions', people.regions],
    ['trainer_qualifications', people.qualifications],
    ['trainer_availabilities', people.availabilities],
  ])
    await seeder.insert(resource, rows);

  const places = locations(random(22));
  const things = bookables(places.rows);
  await seeder.insert('locations', places.rows);
  await seeder.insert('bookable_resources', things);

  const plan = schedule(random(23), {
    templates: templateRows,
    trainers: people.busy,
    rooms: places.rooms,
    bookables: things,
    customers,
    contacts,
  });
  const enrolled = enrolments(random(24), plan.made, customers, contacts, 4000);
  const after = aftermath(random(25), plan.made);
  const done = checklists(random(26), plan.made, today);
  for (const [resource, rows] of [
    ['contacts', enrolled.people],
    ['trainings', plan.rows.trainings],
    ['training_sessions', plan.rows.sessions],
    ['trainer_assignments', plan.rows.assignments],
    ['resource_bookings', plan.rows.bookings],
    ['enrolments', enrolled.rows],
    ['attendance_records', after.rows.attendance],
    ['certificates', after.rows.certificates],
    ['feedback_responses', after.rows.feedback],
    ['checklists', done.checklists],
    ['checklist_items', done.items],
    ['notes', notes(random(27), plan.made, 320)],
    ['email_messages', mails(plan.made, contacts, 24)],
  ])
    await seeder.insert(resource, rows);
  await rulesAtWork(seeder);
  await nextNumbers(seeder, plan.numbers, after.numbers);
  return () => trail(seeder, plan.made);
}

/** Number series go on where the demo has stopped. */
async function nextNumbers(seeder, trainingNumbers, certificateNumbers) {
  const year = today.slice(0, 4);
  const set = (key, next, extra = '') =>
    seeder.execute(`UPDATE number_sequences SET next_value = ${next}${extra} WHERE key = '${key}'`);
  await set('training', 1 + (trainingNumbers.get(year) ?? 0), `, year = ${year}`);
  // of these each number is accounted for, also those that were passed over when Kontor came
  await seeder.execute(`INSERT INTO number_allocations (id, created_at, created_by, sequence_id, year, value, last_value, number, resource, record_id)
    SELECT gen_random_uuid(), c.created_at, c.created_by, s.id, split_part(c.number, '-', 2)::int, n.value, n.value, c.number, 'certificates', c.id
    FROM certificates c JOIN number_sequences s ON s.key = 'certificate', LATERAL (SELECT split_part(c.number, '-', 3)::int AS value) n`);
  await seeder.execute(`INSERT INTO number_allocations (id, created_at, created_by, sequence_id, year, value, last_value, number, reason)
    SELECT gen_random_uuid(), min(a.created_at) - interval '1 day', '${users[0].id}', a.sequence_id, a.year, 1, ${earlierCertificates},
      format('TB-%s-00001 – TB-%s-%s', a.year, a.year, lpad('${earlierCertificates}', 5, '0')), 'Nummernkreis weitergestellt'
    FROM number_allocations a GROUP BY a.sequence_id, a.year ORDER BY a.year LIMIT 1`);
  await set('certificate', 1 + (certificateNumbers.get(year) ?? 0), `, year = ${year}, gapless = true`);
  await set('training_template', 101 + templateRows.length);
  await seeder.execute(
    "UPDATE number_sequences SET next_value = 70001 + (SELECT count(*) FROM suppliers) WHERE key = 'supplier'",
  );
}
