import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row, Values } from '../../engine/context.ts';
import { keepHolidays } from '../../services/holidays.ts';
import { type Caller, startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { TrainingRecords } from '../../testing/trainings.ts';

let kontor: TestKontor;
let make: TrainingRecords;
let brand: string;
let customer: string;
let bavaria: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  brand = (await make.create('brands')).id;
  customer = (await make.create('customers', { name: 'Muster GmbH' })).id;
  const germany = await make.create('regions', { code: 'DE', name: 'Deutschland', type: 'country', parent_id: null });
  bavaria = (await make.create('regions', { code: 'DE-BY', name: 'Bayern', type: 'state', parent_id: germany.id })).id;
  await make.create('regions', {
    code: 'DE-80',
    name: '80 München',
    type: 'postcode_area',
    parent_id: bavaria,
    postcode_prefix: '80',
  });
  await keepHolidays(kontor.running.engine, new Date('2026-11-29T12:00:00Z'));
});
afterAll(() => kontor.stop());

const training = (values: Values = {}): Promise<Row> =>
  make.post('trainings', { name: 'Konflikte führen', brand_id: brand, customer_id: customer, ...values });
/** One that can be confirmed, with a session on each of these days. */
async function bookable(days: readonly string[], values: Values = {}): Promise<Row> {
  const template = await make.template(2);
  const made = await training({ template_id: template.id, price: '1000.00', ...values });
  for (const day of days) await make.session(made.id, day);
  return made;
}
const missing = async (id: string, step: string): Promise<{ text: string; link: string }[]> =>
  (await kontor.admin('GET', `/trainings/${id}/actions`)).body.transitions.find((t: Row) => t.name === step).missing;

describe('from a template', () => {
  const agenda = { vat_case: 'reduced', material: '<p>Mappe</p>', min_participants: 4, max_participants: 12 };
  let template: Row;
  beforeAll(async () => {
    template = await make.template(3, {
      ...agenda,
      prices: [
        { per: 'training', price: '900.00' },
        { per: 'training', price: '1500.00', brand_id: brand },
        { per: 'training', price: '1400.00', brand_id: brand, format: 'online' },
        { per: 'participant', price: '300.00', format: 'online' },
        { per: 'participant', price: '290.00' },
      ],
    });
  });

  test('a training takes what it does not say itself, and the most precise price', async () => {
    const bare = await kontor.admin('POST', '/trainings', { brand_id: brand, template_id: template.id });
    expect(bare.body).toMatchObject({ ...agenda, name: 'Konflikte führen', price: '1500.00', participant_price: null });
    const own = await training({
      template_id: template.id,
      name: 'Eigener',
      price: '1.00',
      vat_case: 'standard',
      min_participants: 20,
      format: 'online',
    });
    expect(own).toMatchObject({
      name: 'Eigener',
      price: '1.00',
      vat_case: 'standard',
      min_participants: 20,
      max_participants: null,
    });
    const online = await training({ template_id: template.id, format: 'online' });
    expect(online.price).toBe('1400.00');
    const open = await training({ template_id: template.id, kind: 'open', format: 'online' });
    expect(open).toMatchObject({ price: null, participant_price: '300.00' });
    const elsewhere = await training({
      template_id: template.id,
      brand_id: (await make.create('brands')).id,
      kind: 'open',
    });
    expect(elsewhere.participant_price).toBe('290.00');
  });

  test('a training is held as its entry of the catalogue is, unless it says how', async () => {
    const remote = await make.template(1, {
      formats: ['online', 'hybrid'],
      prices: [{ per: 'training', price: '700.00', format: 'online' }],
    });
    const wide = await make.template(1, { formats: ['online', 'classroom'] });
    expect(await training({ template_id: remote.id })).toMatchObject({ format: 'online', price: '700.00' });
    expect((await training({ template_id: remote.id, format: 'hybrid' })).format).toBe('hybrid');
    expect((await training({ template_id: wide.id })).format).toBe('classroom');
    const both = await make.template(1, {
      prices: [
        { per: 'training', price: '500.00' },
        { per: 'training', price: '900.00', format: 'classroom' },
      ],
    });
    // an empty format is the usual one, also for the price
    expect(await training({ template_id: both.id, format: null })).toMatchObject({
      format: 'classroom',
      price: '900.00',
    });
  });

  describe('what would be taken over', () => {
    const told = async (body: Values, caller: Caller = kontor.admin) => {
      const answer = await caller('POST', '/trainings/completed', body);
      return [answer.status, answer.body];
    };
    const terms = { cancellation_terms_id: null };
    const texts = { name: 'Konflikte führen', format: 'classroom', description: null, ...terms, ...agenda };

    test('is what is taken over then, also while other things are missing or wrong', async () => {
      const before = await make.list('trainings', {});
      expect(await told({ template_id: template.id })).toEqual([200, { ...texts, price: '900.00' }]);
      expect(await told({ template_id: template.id, brand_id: brand, customer_id: 'x', option_until: '?' })).toEqual([
        200,
        { ...texts, price: '1500.00' },
      ]);
      const { name: _, format: __, ...rest } = texts;
      const body = { template_id: template.id, brand_id: brand, name: 'Eigener', kind: 'open', format: 'online' };
      const [, foretold] = await told(body);
      expect(foretold).toEqual({ ...rest, participant_price: '300.00' });
      expect(await training(body)).toMatchObject(foretold);
      expect(await make.list('trainings', {})).toHaveLength(before.length + 1);
      // what is emptied stays empty
      expect(await told({ ...body, participant_price: null })).toEqual([200, rest]);
      expect((await training({ ...body, participant_price: null })).participant_price).toBeNull();
    });

    test('is nothing without a template, and of a record that one may not see', async () => {
      const other = await make.create('brands');
      const theirs = await make.template(1, { name: 'Geheim', brand_ids: [other.id] });
      const rep = await kontor.as(['backoffice'], { brand_ids: [brand] });
      expect(await told({ brand_id: brand })).toEqual([200, {}]);
      expect(await told({ template_id: theirs.id }, rep)).toEqual([200, {}]);
      expect((await told({ template_id: theirs.id }))[1]).toMatchObject({ name: 'Geheim' });
      const manager = await kontor.as(['project_manager'], { brand_ids: [brand] });
      expect((await told({ template_id: template.id }, manager))[0]).toBe(403);
      expect((await kontor.admin('POST', '/brands/completed', {})).status).toBe(404);
    });

    test('is not told where one may not write it, and taken over all the same', async () => {
      const grants = ['training_templates', 'trainings', 'brands', 'users'].map((name) => `${name}.read`);
      const role = await make.post('roles', {
        name: 'Plant ohne Preise',
        permissions: [...grants, 'trainings.create'].map((pattern) => ({ pattern })),
      });
      const clerk = await kontor.as([role.id]);
      const body = { template_id: template.id, brand_id: brand };
      expect(await told(body, clerk)).toEqual([200, texts]);
      const made = await clerk('POST', '/trainings', body);
      expect([made.status, made.body.price]).toEqual([201, undefined]);
      expect((await make.read('trainings', made.body.id)).price).toBe('1500.00');
    });
  });

  test('cancellation goes by the terms of the template, else by what is usual for the brand, else for all', async () => {
    const terms = (name: string, more: object = {}) => make.post('cancellation_terms', { name, ...more });
    const other = await make.create('brands');
    const house = await make.create('brands');
    const agreed = await terms('Vereinbart');
    const own = await terms('Der Marke', { brand_id: house.id, standard: true });
    const all = await terms('Aller', { standard: true });
    await terms('Weitere', { brand_id: house.id });
    const plain = await make.template(1);
    const special = await make.template(1, { cancellation_terms_id: agreed.id });
    const of = async (body: object) => (await training(body)).cancellation_terms_id;
    expect(await of({ template_id: plain.id, brand_id: house.id })).toBe(own.id);
    expect(await of({ template_id: plain.id, brand_id: other.id })).toBe(all.id);
    expect(await of({ template_id: special.id, brand_id: house.id })).toBe(agreed.id);
    expect(await of({ template_id: special.id, brand_id: house.id, cancellation_terms_id: null })).toBeNull();
    // taken over all the same for who may not read terms
    const role = await make.post('roles', {
      name: 'Plant ohne Bedingungen',
      permissions: ['training_templates.read', 'brands.read', 'users.read', 'trainings.read', 'trainings.create'].map(
        (pattern) => ({ pattern }),
      ),
    });
    const clerk = await kontor.as([role.id]);
    const body = { template_id: special.id, brand_id: house.id };
    // and not told: the form would send back what is refused
    expect((await clerk('POST', '/trainings/completed', body)).body).not.toHaveProperty('cancellation_terms_id');
    expect((await clerk('POST', '/trainings', { ...body, cancellation_terms_id: agreed.id })).status).toBe(422);
    const made = await clerk('POST', '/trainings', body);
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
    expect((await make.read('trainings', made.body.id)).cancellation_terms_id).toBe(agreed.id);
    for (const { id } of [own, all]) {
      const { version } = await make.read('cancellation_terms', id);
      await kontor.admin('PATCH', `/cancellation_terms/${id}`, { version, standard: false });
    }
  });

  test('without a template a name is needed as ever', async () => {
    const answer = await kontor.admin('POST', '/trainings', { brand_id: brand });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['name']]);
  });

  test('who may not see prices gets the price of the catalogue all the same', async () => {
    const manager = await kontor.as(['project_manager'], { brand_ids: [brand] });
    expect((await manager('GET', '/trainings')).status).toBe(200);
    const rep = await kontor.as(['backoffice'], { brand_ids: [brand] });
    const made = await rep('POST', '/trainings', { brand_id: brand, template_id: template.id });
    expect(made.body.price).toBe('1500.00');
  });

  test('the catalogue starts a training with its sessions, over weekend, holidays and the change of clocks', async () => {
    const venue = await make.create('locations', { name: 'Haus', type: 'venue', region_id: bavaria });
    const room = await make.create('locations', { name: 'Saal', type: 'room', parent_id: venue.id, region_id: null });
    const started = await make.act('training_templates', template.id, 'start_training', {
      brand_id: brand,
      customer_id: customer,
      kind: 'in_house',
      format: 'classroom',
      location_id: room.id,
      starts_on: '2027-03-25',
    });
    expect(started.status).toBe(200);
    const { id } = started.body.made;
    const sessions = await make.list('training_sessions', { training_id: id }, 'starts_at');
    // Good Friday to Easter Monday are left out, and the clocks change
    expect(sessions.map((s) => [s.name, s.starts_at, s.ends_at, s.location_id])).toEqual([
      ['Tag 1', '2027-03-25T08:00:00.000Z', '2027-03-25T15:30:00.000Z', room.id],
      ['Tag 2', '2027-03-30T07:00:00.000Z', '2027-03-30T14:30:00.000Z', room.id],
      ['Tag 3', '2027-03-31T07:00:00.000Z', '2027-03-31T14:30:00.000Z', room.id],
    ]);
    const held = await make.list('resource_bookings', { what_id: room.id }, 'starts_at');
    expect(held.map((b) => [b.status, b.starts_at])).toEqual(sessions.map((s) => ['option', s.starts_at]));
    // the same days in a year, elsewhere, by the customer's postcode
    await make.change('customers', customer, {
      addresses: [{ type: 'main', postcode: '80331', city: 'München', country: 'DE' }],
    });
    await make.change('trainings', id, { location_id: null });
    const moved = await make.act('trainings', id, 'place_sessions', { from: '2027-05-26', replace: true });
    expect([moved.status, moved.body.placed]).toEqual([200, 3]);
    const again = await make.list('training_sessions', { training_id: id }, 'starts_at');
    // Corpus Christi (27 May) is a holiday in Bavaria
    expect(again.map((s) => s.starts_at.slice(0, 10))).toEqual(['2027-05-26', '2027-05-28', '2027-05-31']);
    expect(await make.list('resource_bookings', { what_id: room.id })).toEqual([]);
  });

  test('sessions there are stay, unless they shall be replaced and nobody is staffed', async () => {
    const made = await training({ template_id: template.id, starts_on: '2027-02-01' });
    expect((await make.act('trainings', made.id, 'place_sessions')).body.placed).toBe(3);
    const twice = await make.act('trainings', made.id, 'place_sessions');
    expect([twice.status, Object.keys(twice.body.errors)]).toEqual([422, ['replace']]);
    const [first] = await make.list('training_sessions', { training_id: made.id }, 'starts_at');
    const assignment = await make.create('trainer_assignments', { session_id: first!.id });
    await make.go('trainer_assignments', assignment.id, 'ask');
    const staffed = await make.act('trainings', made.id, 'place_sessions', { replace: true });
    expect([staffed.status, staffed.body.errors.replace]).toEqual([422, expect.stringContaining('angefragt')]);
    await make.go('trainer_assignments', assignment.id, 'release');
    expect((await make.act('trainings', made.id, 'place_sessions', { replace: true })).status).toBe(200);
    const none = await make.act('trainings', (await training()).id, 'place_sessions', { from: '2027-02-01' });
    expect([none.status, none.body.errors.root]).toEqual([422, expect.stringContaining('keine Vorlage')]);
    const when = await make.act('trainings', (await training({ template_id: template.id })).id, 'place_sessions');
    expect([when.status, Object.keys(when.body.errors)]).toEqual([422, ['from']]);
  });
});

describe('guards', () => {
  test('say what is missing, where it is put right, and let through what has it', async () => {
    const bare = await training({ customer_id: null });
    const refused = await make.act('trainings', bare.id, 'offer');
    expect([refused.status, refused.body.code]).toEqual([422, 'not_ready']);
    expect(Object.keys(refused.body.errors).sort()).toEqual(['customer_id', 'price', 'template_id']);
    expect(refused.body.missing).toEqual(await missing(bare.id, 'offer'));
    expect(refused.body.missing[0]).toEqual({
      text: 'Ein Inhouse-Training braucht einen Kunden.',
      link: `/trainings/${bare.id}`,
    });
    const english = await kontor.admin('GET', `/trainings/${bare.id}/actions`, undefined, { 'Accept-Language': 'en' });
    expect(english.body.transitions[0].missing[0].text).toBe('An in-house training needs a customer.');
    const template = await make.template(1);
    await make.change('trainings', bare.id, { kind: 'open', template_id: template.id, participant_price: '10.00' });
    expect(await missing(bare.id, 'offer')).toEqual([]);
    await make.go('trainings', bare.id, 'offer');
    expect((await missing(bare.id, 'confirm')).map(({ text }) => text)).toEqual(['Es gibt noch keine Termine.']);
  });

  test('planning needs a trainer, a place and the obligatory items of every session', async () => {
    const made = await bookable(['2031-02-03', '2031-02-04']);
    const list = await make.create('checklists', {
      name: 'Vorher',
      subject_resource: 'trainings',
      subject_id: made.id,
    });
    const item = await make.create('checklist_items', {
      name: 'Mappen drucken',
      checklist_id: list.id,
      blocking: true,
    });
    expect(item).toMatchObject({ subject_id: made.id, brand_id: brand, done_at: null });
    await make.go('trainings', made.id, 'offer', 'confirm');
    const all = await missing(made.id, 'plan');
    expect(all.map(({ text }) => text)).toEqual([
      'Für „Tag 2031-02-03“ (03.02.2031) fehlt ein Trainer.',
      'Für „Tag 2031-02-03“ (03.02.2031) fehlt der Ort oder der Link.',
      'Für „Tag 2031-02-04“ (04.02.2031) fehlt ein Trainer.',
      'Für „Tag 2031-02-04“ (04.02.2031) fehlt der Ort oder der Link.',
      'Noch nicht erledigt: „Mappen drucken“.',
    ]);
    expect(all.at(-1)!.link).toBe(`/checklist_items/${item.id}`);
    await make.change('trainings', made.id, { online_link: 'https://example.de/raum' });
    const trainer = await make.create('trainers');
    for (const session of await make.list('training_sessions', { training_id: made.id })) {
      const assignment = await make.create('trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
      expect((await missing(made.id, 'plan')).map(({ text }) => text).join()).toContain('noch kein Trainer zugesagt');
      await make.go('trainer_assignments', assignment.id, 'confirm');
    }
    expect(await missing(made.id, 'plan')).toHaveLength(1);
    const ticked = await make.change('checklist_items', item.id, { done: true });
    expect(ticked).toMatchObject({ done_by_id: kontor.admin.id, done_at: expect.any(String) });
    const open = await make.change('checklist_items', item.id, { done: false });
    expect([open.done_by_id, open.done_at]).toEqual([null, null]);
    expect((await make.act('trainings', made.id, 'plan')).status).toBe(422);
    await make.change('checklist_items', item.id, { done: true });
    await make.go('trainings', made.id, 'plan');
    expect((await missing(made.id, 'deliver')).map(({ text }) => text)).toEqual([
      'Der letzte Termin ist erst am 04.02.2031 vorbei.',
    ]);
  });

  test('delivery needs the attendance of everybody who is enrolled', async () => {
    const made = await bookable(['2026-02-03']);
    const enrolment = await make.create('enrolments', { training_id: made.id });
    await make.change('trainings', made.id, { online_link: 'https://example.de/raum' });
    const [session] = await make.list('training_sessions', { training_id: made.id });
    const assignment = await make.create('trainer_assignments', { session_id: session!.id });
    await make.go('trainer_assignments', assignment.id, 'confirm');
    await make.go('trainings', made.id, 'offer', 'confirm', 'plan');
    const [people] = await missing(made.id, 'deliver');
    expect(people).toEqual({
      text: 'Die Anwesenheit von 1 Teilnehmenden bei „Tag 2026-02-03“ (03.02.2026) ist nicht erfasst.',
      link: `/training_sessions/${session!.id}/show?tab=attendance_records.session_id`,
    });
    await make.create('attendance_records', { session_id: session!.id, enrolment_id: enrolment.id });
    await make.go('trainings', made.id, 'deliver');
    // who may take this step and nothing else of a training writes what it asks for, and only that
    const finance = await kontor.as(['finance_admin']);
    const invoice = { invoice_number: 'R-1', invoiced_on: '2026-03-01' };
    const more = await make.act('trainings', made.id, 'invoice', { ...invoice, price: '1.00' }, finance);
    expect([more.status, Object.keys(more.body.errors)]).toEqual([422, ['price']]);
    expect((await finance('PATCH', `/trainings/${made.id}`, { version: 1, ...invoice })).status).toBe(403);
    expect((await make.act('trainings', made.id, 'invoice', invoice, finance)).body).toMatchObject(invoice);
    await make.go('trainings', made.id, 'close');
  });

  test('exempt is only what a certificate is valid for on the first session', async () => {
    const certified = { vat_case: 'exempt_new', vat_certificate: 'B-17', vat_authority: 'Regierung' };
    const template = await make.template(1, { ...certified, vat_valid_from: '2027-01-01', vat_valid_to: '2027-12-31' });
    const made = await training({ template_id: template.id, price: '1.00', starts_on: '2028-01-10' });
    expect(made.vat_case).toBe('exempt_new');
    expect((await missing(made.id, 'offer')).map(({ text }) => text)).toEqual([
      'Die Bescheinigung für die Steuerbefreiung gilt nicht am ersten Termin (10.01.2028).',
    ]);
    await make.session(made.id, '2027-12-31');
    await make.go('trainings', made.id, 'offer');
    await make.session(made.id, '2026-12-31');
    expect((await make.act('trainings', made.id, 'confirm')).body.errors.vat_case).toContain('31.12.2026');
    const plain = await make.template(1);
    const uncertified = await training({ template_id: plain.id, price: '1.00', vat_case: 'exempt_old' });
    expect((await missing(uncertified.id, 'offer'))[0]!.text).toContain('§ 4 Nr. 21 UStG');
  });

  test('what is missing is told to who may take the step, of records that they may read', async () => {
    const made = await training({ customer_id: null });
    const path = `/trainings/${made.id}/actions`;
    const employee = await kontor.as(['employee'], { brand_ids: [brand] });
    expect((await employee('GET', path)).body.transitions).toEqual([
      { name: 'offer', to: 'offered', permitted: false, missing: [] },
      { name: 'cancel', to: 'cancelled', permitted: false, missing: [] },
    ]);
    const stranger = await kontor.as(['backoffice'], { brand_ids: [] });
    expect((await stranger('GET', path)).status).toBe(404);
    expect((await (await kontor.as([]))('GET', path)).status).toBe(403);
    expect((await kontor.admin('GET', `/trainings/nonsense/actions`)).status).toBe(404);
    expect((await kontor.admin('GET', `/tags/${(await make.create('tags')).id}/actions`)).body).toEqual({
      transitions: [],
    });
  });
});

describe('checklists', () => {
  const list = (values: Values, ...items: Values[]) =>
    make.create('checklist_templates', { brand_ids: [], formats: [], always: false, active: true, items, ...values });
  const item = (name: string, anchor: string, offset_days: number) => ({ name, anchor, offset_days, blocking: false });
  const itemsOf = async (id: string) =>
    (await make.list('checklist_items', { subject_resource: 'trainings', subject_id: id }, 'name')).map((i) => [
      i.name,
      i.due_on,
    ]);

  test('come with the confirmation, follow the sessions, and are swapped with the format', async () => {
    const always = await list(
      { name: 'Immer', always: true, brand_ids: [brand] },
      item('a vorher', 'first_session', -14),
      item('b nachher', 'last_session', 1),
      item('c bestätigt', 'confirmation', 0),
    );
    const other = await make.create('brands');
    await list({ name: 'Andere Marke', always: true, brand_ids: [other.id] }, item('x', 'first_session', 0));
    await list({ name: 'Ruht', always: true, active: false, brand_ids: [brand] }, item('y', 'first_session', 0));
    const rooms = await list(
      { name: 'Präsenz', formats: ['classroom'] },
      item('d Raum', 'first_session', -7),
      item('e Beamer', 'first_session', -1),
    );
    const online = await list({ name: 'Online', formats: ['online'] }, item('f Link', 'first_session', -2));
    const template = await make.template(1, { checklist_template_ids: [rooms.id, online.id] });
    const made = await training({ template_id: template.id, price: '1.00', format: 'classroom' });
    await make.session(made.id, '2031-03-10');
    const last = await make.session(made.id, '2031-03-31');
    await make.go('trainings', made.id, 'offer', 'confirm');
    const { confirmed_on } = await make.read('trainings', made.id);
    expect(confirmed_on).toMatch(/^\d{4}-/);
    expect(await itemsOf(made.id)).toEqual([
      ['a vorher', '2031-02-24'],
      ['b nachher', '2031-04-01'],
      ['c bestätigt', confirmed_on],
      ['d Raum', '2031-03-03'],
      ['e Beamer', '2031-03-09'],
    ]);
    // done items and dates that somebody has set stay
    const [before, after, , room] = await make.list(
      'checklist_items',
      { subject_id: made.id, subject_resource: 'trainings' },
      'name',
    );
    await make.change('checklist_items', before!.id, { done: true });
    await make.change('checklist_items', after!.id, { due_on: '2031-04-15' });
    await make.change('checklist_items', room!.id, { done: true });
    await make.change('training_sessions', last.id, {
      starts_at: '2031-02-28T09:00:00.000Z',
      ends_at: '2031-02-28T17:00:00.000Z',
    });
    expect(await itemsOf(made.id)).toEqual([
      ['a vorher', '2031-02-24'],
      ['b nachher', '2031-04-15'],
      ['c bestätigt', confirmed_on],
      ['d Raum', '2031-03-03'],
      ['e Beamer', '2031-02-27'],
    ]);
    await kontor.admin('DELETE', `/training_sessions/${last.id}`);
    expect((await itemsOf(made.id)).at(-1)).toEqual(['e Beamer', '2031-03-09']);
    await make.change('trainings', made.id, { format: 'online' });
    expect((await itemsOf(made.id)).map(([name]) => name)).toEqual([
      'a vorher',
      'b nachher',
      'c bestätigt',
      'd Raum',
      'f Link',
    ]);
    // back and forth makes nothing twice
    await make.go('trainings', made.id, ['unconfirm', { reason: 'Kunde zögert' }], 'confirm');
    expect(await itemsOf(made.id)).toHaveLength(5);
    // what fits again comes back, beside what of it was done; an item that was taken out by hand does not
    const there = await make.list('checklist_items', { subject_id: made.id, subject_resource: 'trainings' }, 'name');
    await kontor.admin('DELETE', `/checklist_items/${there[2]!.id}`);
    const inClassroom = [
      ['a vorher', '2031-02-24'],
      ['b nachher', '2031-04-15'],
      ['d Raum', '2031-03-03'],
      ['e Beamer', '2031-03-09'],
    ];
    await make.change('trainings', made.id, { format: 'classroom' });
    expect(await itemsOf(made.id)).toEqual(inClassroom);
    // also while the confirmation is taken back
    await make.go('trainings', made.id, ['unconfirm', { reason: 'Kunde zögert' }]);
    await make.change('trainings', made.id, { format: 'online' });
    expect((await itemsOf(made.id)).map(([name]) => name)).toEqual(['a vorher', 'b nachher', 'd Raum', 'f Link']);
    await make.change('trainings', made.id, { format: 'classroom' });
    await make.go('trainings', made.id, 'confirm');
    expect(await itemsOf(made.id)).toEqual(inClassroom);
    await make.change('checklist_templates', always.id, { active: false });
  });

  test('a change of brand takes them along', async () => {
    const made = await bookable(['2031-05-05']);
    const lists = await make.create('checklists', {
      name: 'Eigene',
      subject_resource: 'trainings',
      subject_id: made.id,
    });
    expect(lists.brand_id).toBe(brand);
    const other = (await make.create('brands')).id;
    await make.change('trainings', made.id, { brand_id: other });
    expect((await make.read('checklists', lists.id)).brand_id).toBe(other);
  });
});

describe('rooms', () => {
  const room = () => make.create('locations', { name: 'Raum 1', type: 'room', parent_id: null });
  const bookings = async (id: string) =>
    (await make.list('resource_bookings', { what_id: id }, 'starts_at')).map((b) => [
      b.status,
      b.starts_at.slice(0, 13),
    ]);

  test('are held with the session: as an option, for itself alone, elsewhere, and not any more', async () => {
    const [one, two] = [await room(), await room()];
    const made = await bookable([]);
    const session = await make.session(made.id, '2031-06-02', { location_id: one.id });
    expect(await bookings(one.id)).toEqual([['option', '2031-06-02T09']]);
    await make.go('trainings', made.id, 'offer', 'confirm');
    expect(await bookings(one.id)).toEqual([['confirmed', '2031-06-02T09']]);
    await make.change('training_sessions', session.id, { starts_at: '2031-06-02T10:00:00.000Z', location_id: two.id });
    expect([await bookings(one.id), await bookings(two.id)]).toEqual([[], [['confirmed', '2031-06-02T10']]]);
    await make.change('training_sessions', session.id, { location_id: null });
    expect(await bookings(two.id)).toEqual([['released', '2031-06-02T10']]);
    await make.change('training_sessions', session.id, { location_id: two.id });
    const all = await bookings(two.id);
    expect(all.filter(([status]) => status === 'confirmed')).toHaveLength(1);
    await make.go('trainings', made.id, ['unconfirm', { reason: 'x' }]);
    expect((await bookings(two.id)).map(([status]) => status)).toContain('option');
    // what was given back by hand stays so while neither time nor room of the session change
    await kontor.owner.query(`UPDATE resource_bookings SET status = 'released' WHERE what_id = $1`, [two.id]);
    await make.change('training_sessions', session.id, { content: '<p>Neuer Inhalt</p>' });
    expect(new Set((await bookings(two.id)).map(([status]) => status))).toEqual(new Set(['released']));
    const venue = await make.create('locations', { name: 'Hotel', type: 'venue' });
    await make.change('training_sessions', session.id, { location_id: venue.id });
    expect(await bookings(venue.id)).toEqual([]);
  });

  test('who comes second is told who has the room, if they may see that', async () => {
    const place = await room();
    const first = await bookable([]);
    await make.session(first.id, '2031-06-09', { name: 'Vorstand', location_id: place.id });
    await make.go('trainings', first.id, 'offer', 'confirm');
    const second = await bookable([]);
    const session = await make.session(second.id, '2031-06-09', { location_id: place.id });
    await make.go('trainings', second.id, 'offer');
    const refused = await make.act('trainings', second.id, 'confirm');
    expect([refused.status, JSON.stringify(refused.body.errors)]).toEqual([
      422,
      expect.stringContaining('Vorstand“, 09.06.2031 11:00–19:00'),
    ]);
    expect((await make.read('trainings', second.id)).status).toBe('offered');
    // back to back is allowed
    await make.change('training_sessions', session.id, {
      starts_at: '2031-06-09T17:00:00.000Z',
      ends_at: '2031-06-09T18:00:00.000Z',
    });
    await make.go('trainings', second.id, 'confirm');
    const { version } = await make.read('training_sessions', session.id);
    const moved = await kontor.admin('PATCH', `/training_sessions/${session.id}`, {
      version,
      starts_at: '2031-06-09T16:59:00.000Z',
    });
    expect([moved.status, moved.body.errors.location_id]).toEqual([422, expect.stringContaining('Vorstand')]);
    expect(moved.body.taken_by.resource).toBe('resource_bookings');
    const stranger = (await make.create('brands')).id;
    const clerk = await kontor.as(['backoffice'], { brand_ids: [stranger] });
    const foreign = await make.post('trainings', { name: 'Fremd', brand_id: stranger });
    const theirs = await make.session(foreign.id, '2031-06-09');
    await kontor.owner.query(`UPDATE trainings SET status = 'confirmed' WHERE id = $1`, [foreign.id]);
    const blind = await clerk('PATCH', `/training_sessions/${theirs.id}`, { version: 1, location_id: place.id });
    expect([blind.status, blind.body.errors, blind.body.taken_by]).toEqual([
      422,
      { location_id: 'In dieser Zeit schon belegt.' },
      undefined,
    ]);
  });
});

test('a cancellation gives back rooms, devices and trainers, stops reminders, and leaves nothing to do', async () => {
  const place = await make.create('locations', { name: 'Raum', type: 'room' });
  const made = await bookable([]);
  const session = await make.session(made.id, '2031-07-01', { location_id: place.id });
  const device = await make.create('bookable_resources');
  await make.create('resource_bookings', {
    what_resource: 'bookable_resources',
    what_id: device.id,
    subject_resource: 'trainings',
    subject_id: made.id,
    starts_at: session.starts_at,
    ends_at: session.ends_at,
  });
  const trainer = await make.create('trainers');
  const assignment = await make.create('trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
  await make.go('trainings', made.id, 'offer', 'confirm');
  await make.go('trainer_assignments', assignment.id, 'confirm');
  const reminder = await make.create('reminders', {
    subject_resource: 'trainings',
    subject_id: made.id,
    remind_at: '2031-06-30T09:00:00.000Z',
    repetition: 'daily',
  });
  const list = await make.create('checklists', { name: 'L', subject_resource: 'trainings', subject_id: made.id });
  const done = await make.create('checklist_items', { name: 'getan', checklist_id: list.id, done: true });
  const open = await make.create('checklist_items', { name: 'offen', checklist_id: list.id, done: false });
  await make.go('trainings', made.id, ['cancel', { reason: 'Zu wenige' }]);
  const booked = await make.list('resource_bookings', { starts_at: session.starts_at });
  expect(booked.filter((b) => [place.id, device.id].includes(b.what_id)).map((b) => b.status)).toEqual([
    'released',
    'released',
  ]);
  expect(await make.read('trainer_assignments', assignment.id)).toMatchObject({
    status: 'released',
    reason: 'Zu wenige',
  });
  expect((await make.read('reminders', reminder.id)).state).toBe('done');
  expect((await make.read('checklist_items', done.id)).done).toBe(true);
  expect((await kontor.admin('GET', `/checklist_items/${open.id}`)).status).toBe(404);
  const told = await kontor.owner.query(
    `SELECT operation, before->>'name' AS name FROM audit_entries WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
    [open.id],
  );
  expect(told.rows).toEqual([{ operation: 'purge', name: 'offen' }]);
  expect(await make.read('trainings', made.id)).toMatchObject({ status: 'cancelled', open_items: 0 });
});

test('what is held for a training is free once it lies in the trash', async () => {
  const place = await make.create('locations', { name: 'Raum', type: 'room' });
  const made = await bookable([]);
  await make.session(made.id, '2031-07-08', { location_id: place.id });
  await make.go('trainings', made.id, 'offer', 'confirm');
  await kontor.admin('DELETE', `/trainings/${made.id}`);
  const { rows } = await kontor.owner.query(`SELECT status FROM resource_bookings WHERE what_id = $1`, [place.id]);
  expect(rows).toEqual([{ status: 'released' }]);
});

test('a mean is of those who answered the question, and of what was given only', async () => {
  const { id } = await training();
  const trainer = await make.create('trainers');
  const answer = async (state: string, values: Values) => {
    const { id: enrolment_id } = await make.create('enrolments', { training_id: id });
    return make.post('feedback_responses', { enrolment_id, trainer_id: trainer.id, state, ...values });
  };
  await answer('given', { content_rating: 5, trainer_rating: 4 });
  await answer('given', { content_rating: 4 });
  await answer('asked', { content_rating: 1, trainer_rating: 1 });
  expect(await make.read('trainings', id)).toMatchObject({
    feedback_count: 2,
    content_rating: '4.50',
    trainer_rating: '4.00',
    recommend_rating: null,
  });
  expect(await make.read('trainers', trainer.id)).toMatchObject({ ratings_count: 1, rating: '4.00' });
});
