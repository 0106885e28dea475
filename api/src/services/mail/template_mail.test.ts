import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../engine/context.ts';
import { seed } from '../../seed/index.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { placesWorld } from '../../testing/places.ts';
import { openStorage } from '../content/index.ts';
import { house } from '../house.ts';
import { sendPersonal } from '../places/personal_mail.ts';
import { templateFor, writeFrom } from './template_mail.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
let enrolment: Row;
const rows = async (text: string, values: unknown[] = []) => (await kontor.owner.query(text, values)).rows;
const one = { email: 'mia@example.de', name: 'Mia' };

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  await seed(kontor.running.engine, openStorage({ home: kontor.home, fileLimit: 1_000_000 }), false);
  const training = await world.training({ participant_price: '4711.00', other_cost: '815.00' });
  await world.session(training.id, 20);
  enrolment = await world.enrol(training.id);
});
beforeEach(() => kontor.owner.query('DELETE FROM email_messages; DELETE FROM public_links'));
afterAll(() => kontor.stop());

const template = (body: string, more: object = {}) =>
  world.make('/email_templates', {
    name: `Vorlage ${Math.random()}`,
    resource: 'enrolments',
    language: 'de',
    subject: 'Hallo',
    body,
    ...more,
  });
/** As a rule does that nobody has saved yet. */
const asHouse = async (template_id: string, recipients: readonly (typeof one)[] = [one]) => {
  const { engine } = kontor.running;
  const resource = engine.model.get('enrolments');
  const [record] = await rows('SELECT * FROM enrolments WHERE id = $1', [enrolment.id]);
  return engine.db.transaction(async (tx) => {
    const by = house({ engine }, 'test');
    const chosen = await templateFor(by, tx, resource, record, template_id);
    await writeFrom(by, tx, { resource, record }, chosen, { recipients });
  });
};
const mails = () => rows('SELECT html FROM email_messages');

test('the house writes nothing that is guarded, and names the placeholder; what is open it writes', async () => {
  for (const guarded of ['enrolment.price', 'training.participant_price', 'training.other_cost', 'training.margin']) {
    const { id } = await template(`<p>{{ enrolment.participant }}: {{ ${guarded} }}</p>`);
    await expect(asHouse(id)).rejects.toMatchObject({ fields: { template_id: expect.stringContaining(guarded) } });
  }
  expect(await mails()).toEqual([]);
  await asHouse((await template('<p>{{ enrolment.participant }} {{ training.name }}</p>')).id);
  expect((await mails())[0].html).toContain(enrolment.participant);
});

test('a mail with a link of one’s own says nothing guarded either, and is not sent then', async () => {
  const { engine } = kontor.running;
  const send = (template: string) =>
    engine.db.transaction((tx) =>
      sendPersonal(house({ engine }, 'test'), tx, {
        template,
        about: { resource: 'enrolments', id: enrolment.id },
        to: one,
        brand: world.brand,
        link: { purpose: 'seat_offer', subject: { resource: 'enrolments', id: enrolment.id } },
      }),
    );
  expect(await send((await template('<p>{{ enrolment.price }} {{ link }}</p>')).id)).toBe(false);
  expect([await mails(), await rows('SELECT id FROM public_links')]).toEqual([[], []]);
  expect(await send((await template('<p>{{ enrolment.participant }} {{ link }}</p>')).id)).toBe(true);
  expect(await mails()).toHaveLength(1);
});

test('whoever may read it writes it: a person’s own mail has the price', async () => {
  const { id } = await template('<p>{{ training.participant_price }}</p>');
  const filled = await kontor.admin('POST', `/enrolments/${enrolment.id}/mail/fill`, {
    template_id: id,
    brand_id: world.brand,
  });
  expect([filled.status, filled.body.html]).toEqual([200, expect.stringContaining('4.711,00')]);
});

test('one link for several people is refused, and nobody is asked', async () => {
  const { id } = await template('<p>{{ link }}</p>', { used_for: 'feedback', brand_id: world.brand });
  const two = [one, { email: 'jan@example.de', name: 'Jan' }];
  await expect(asHouse(id, two)).rejects.toMatchObject({ fields: { recipients: expect.stringContaining('alone') } });
  expect([await mails(), await rows('SELECT id FROM feedback_responses')]).toEqual([[], []]);
  await asHouse(id);
  expect(await mails()).toHaveLength(1);
});
