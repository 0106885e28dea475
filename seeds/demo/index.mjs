import { brands, company, password, tags, trainerUser, userRoles, users } from './company.mjs';
import { contacts } from './contacts.mjs';
import { customers } from './customers.mjs';
import { documents } from './documents.mjs';
import { emailAccounts } from './email_accounts.mjs';
import { jobs } from './jobs.mjs';
import { letters } from './letters.mjs';
import { brandsWithLogos } from './logos.mjs';
import { mails } from './mails.mjs';
import { mentions } from './mentions.mjs';
import { notes } from './notes.mjs';
import { random } from './random.mjs';
import { reminders } from './reminders.mjs';
import { automation } from './rules.mjs';
import { tasks } from './tasks.mjs';
import { trail } from './trail.mjs';
import { trainings } from './trainings/index.mjs';

export { grow } from './scale.mjs';
export { growTrainings } from './scale_trainings.mjs';

/** By this company one knows a demo. */
export const companyId = company.id;

/** Who can be tried: one of each kind of work. */
export const signIns = [users[0], users[1], users[6], trainerUser].map((user) => ({
  email: user.email,
  password,
  role: user.role,
}));

/** The demo company: who works there, their customers, and what happened in the last year. */
export async function seed(seeder) {
  const customerRows = customers(random(1), 400);
  const contactRows = contacts(random(2), 900, customerRows.rows);
  const taskRows = tasks(random(3), 1500, customerRows.rows, contactRows);
  const noteRows = notes(random(4), 2996, customerRows.rows, contactRows, taskRows);
  const people = [...users, trainerUser];
  const hashes = await Promise.all(people.map(() => seeder.hashPassword(password)));

  await seeder.insert('companies', [company]);
  await seeder.insert('brands', await brandsWithLogos(seeder));
  await seeder.insert(
    'users',
    people.map(({ role: _role, ...user }) => user),
  );
  await seeder.insert('user_roles', userRoles(seeder.roleId));
  await seeder.insert(
    'credentials',
    people.map(({ id }, i) => ({ id, user_id: id, password_hash: hashes[i] })),
  );
  await seeder.insert('tags', tags);
  await seeder.insert('customers', customerRows.rows);
  await seeder.insert('addresses', customerRows.addresses);
  await seeder.insert('contacts', contactRows);
  await seeder.insert('tasks', taskRows);
  const named = mentions(random(14), customerRows.rows, noteRows.length + 1);
  await seeder.insert('notes', [...noteRows, ...named.map(({ note }) => note)]);
  await seeder.insert(
    'notifications',
    named.map(({ notification }) => notification),
  );
  await documents(random(5), seeder, customerRows.rows, taskRows);
  await letters(seeder);
  await seeder.insert('reminders', reminders(random(13), customerRows.rows, taskRows));
  await seeder.insert('email_accounts', emailAccounts(random(15), brands[0]));
  await mails(random(6), seeder, customerRows.rows, taskRows);
  await automation(random(7), seeder);
  await seeder.execute(
    `UPDATE number_sequences SET next_value = ${10001 + customerRows.rows.length} WHERE key = 'customer'`,
  );
  const trailOfTrainings = await trainings(seeder, customerRows.rows, contactRows);
  await jobs(random(16), seeder);
  await trail(seeder);
  await trailOfTrainings();
}
