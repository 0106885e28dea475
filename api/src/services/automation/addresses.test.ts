import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { runRules } from './dates.ts';

let kontor: TestKontor;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
let north: string;
let template: string;
let customer: string;
let contact: string;

const post = async (path: string, body: object, as: (...args: any[]) => any = mia) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const rows = async (text: string) => (await kontor.owner.query(text)).rows;
const mails = async () => (await rows('SELECT "to" FROM email_messages ORDER BY 1')).map(({ to }) => to);
const rule = (recipient: string, as = mia) =>
  post(
    '/automation_rules',
    {
      name: 'Regel',
      active: true,
      resource: 'tasks',
      trigger: 'date',
      date_field: 'due_on',
      at_time: '00:00',
      actions: [{ kind: 'mail', recipient, template_id: template }],
    },
    as,
  );
const about = (resource: string, id: string) =>
  post('/tasks', {
    name: 'Angebot',
    due_on: '2026-05-05',
    brand_id: north,
    subject_resource: resource,
    subject_id: id,
  });
const run = async () => {
  await kontor.owner.query("UPDATE automation_rules SET armed_at = '2026-01-01'");
  return runRules(kontor.running.engine, new Date('2026-05-05T12:00:00Z'));
};
const log = async () => (await rows('SELECT state, reason FROM automation_runs'))[0];

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' }, kontor.admin)).id;
  north = (await post('/brands', { name: 'Nord', company_id: company }, kontor.admin)).id;
  const south = (await post('/brands', { name: 'Süd', company_id: company }, kontor.admin)).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [north, south] });
  ole = await kontor.as(['employee'], { brand_ids: [north] });
  const made = { resource: 'tasks', subject: 'Fällig', body: '<p>Guten Tag</p>' };
  template = (await post('/email_templates', { name: 'Fällig', ...made }, kontor.admin)).id;
});
beforeEach(async () => {
  await kontor.owner.query(
    'DELETE FROM email_messages; DELETE FROM tasks; DELETE FROM automation_rules; DELETE FROM contacts; DELETE FROM customers',
  );
  const values = { name: 'Müller', email: 'post@mueller.example', owner_id: ole.id, brand_ids: [north] };
  customer = (await post('/customers', values)).id;
  const of = (last_name: string, email: string | null) =>
    post('/contacts', { last_name, email, customer_id: customer });
  contact = (await of('Maier', 'maier@mueller.example')).id;
  await of('Maier II', 'MAIER@mueller.example');
  await of('Ohne', null);
  const gone = await of('Weg', 'weg@mueller.example');
  await mia('DELETE', `/contacts/${gone.id}`);
});
afterAll(() => kontor.stop());

test('the customer of a task, its contacts, and who looks after it', async () => {
  const sent = async (recipient: string) => {
    await kontor.owner.query('DELETE FROM email_messages; DELETE FROM tasks; DELETE FROM automation_rules');
    await rule(recipient);
    await about('customers', customer);
    await run();
    return mails();
  };
  expect(await sent('subject.customers.email')).toEqual(['post@mueller.example']);
  expect(await sent('subject.customers.owner_id')).toEqual([`${ole.id}@example.de`]);
  // each address once, none of the trash
  expect(await sent('subject.customers.contacts.customer_id.email')).toEqual(['maier@mueller.example']);
});

test('nobody there: it says so, in words', async () => {
  await rule('subject.customers.email');
  await about('contacts', contact);
  await run();
  expect([await mails(), await log()]).toEqual([
    [],
    { state: 'failed', reason: expect.stringMatching(/^„.* \(Kunde\) → E-Mail“ ist leer oder nicht zu sehen\.$/) },
  ]);
});

test('only what the owner of the rule may read, also later', async () => {
  await rule('subject.customers.contacts.customer_id.email');
  await about('customers', customer);
  await kontor.owner.query('UPDATE customers SET deleted_at = now()');
  await run();
  expect([await mails(), (await log()).state]).toEqual([[], 'failed']);
  // a role that reads tasks and mails, and no contacts: neither offered nor taken
  const permissions = ['tasks', 'automation_rules', 'email_messages', 'email_templates', 'brands', 'customers'].map(
    (pattern) => ({ pattern }),
  );
  const { id } = await post('/roles', { name: 'Ohne Kontakte', permissions }, kontor.admin);
  const clerk = await kontor.as([id], { brand_ids: [north] });
  await rule('subject.customers.email', clerk);
  await expect(rule('subject.customers.contacts.customer_id.email', clerk)).rejects.toThrow(/recipient/);
});

test('what is no way to an address is refused at its field', async () => {
  for (const recipient of [
    'subject.email',
    'subject.users.email',
    'assignee_id.email',
    'subject.customers.password',
    'brand_id.company_id.name',
    '..',
    "subject.customers.email' OR 1=1",
  ])
    await expect(rule(recipient)).rejects.toThrow(/422.*Bitte wählen Sie, wer gemeint ist/);
  // and only mails go to addresses
  const task = { kind: 'task', recipient: 'subject.customers.owner_id', text: 'x' };
  const answer = await mia('POST', '/automation_rules', { name: 'x', resource: 'tasks', actions: [task] });
  expect(Object.keys(answer.body.errors.actions[0])).toEqual(['recipient']);
});
