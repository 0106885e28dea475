import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row, Values } from '../../engine/context.ts';
import { counted } from '../../testing/counted.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { TrainingRecords } from '../../testing/trainings.ts';
import { expectWithin } from '../../testing/within.ts';
import { house } from '../house.ts';
import { type Matches, matchTrainers } from './match.ts';
import { tendTrainerRequests } from './tend.ts';

let kontor: TestKontor;
let make: TrainingRecords;
let brand: string;
let germany: string;
let bavaria: string;
let munich: string;
let sailing: string;
let template: string;
let year = 2031;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  brand = (await make.create('brands')).id;
  germany = (await make.post('regions', { code: 'DE', name: 'Deutschland', type: 'country' })).id;
  bavaria = (await make.post('regions', { code: 'DE-BY', name: 'Bayern', type: 'state', parent_id: germany })).id;
  munich = (await make.post('locations', { name: 'Haus am See', region_id: bavaria, address: { city: 'München' } })).id;
  sailing = (await make.post('qualifications', { name: 'Segellehrer' })).id;
  template = (await make.template(2, { qualification_ids: [sailing] })).id;
  const shipped = await import(new URL('../../../../seeds/base/templates.mjs', import.meta.url).href);
  for (const { id: _id, ...one } of shipped.mailTemplates()) await make.post('email_templates', one);
});
afterAll(() => kontor.stop());

let serial = 0;
const trainer = (values: Values = {}) =>
  make.post('trainers', {
    name: `Trainer ${++serial}`,
    email: `trainer${serial}@example.de`,
    brand_ids: [brand],
    day_rate: '900.00',
    qualifications: [{ qualification_id: sailing }],
    ...values,
  });
/** A training with two sessions in a year of its own, so that trainers of other tests are free. */
async function training(values: Values = {}): Promise<Row & { sessions: Row[] }> {
  const made = await make.post('trainings', {
    name: 'Segeln',
    brand_id: brand,
    template_id: template,
    location_id: munich,
    ...values,
  });
  year += 1;
  const sessions = [await make.session(made.id, `${year}-05-05`), await make.session(made.id, `${year}-05-06`)];
  return { ...made, sessions } as never;
}
const matches = async (id: string, caller: TestKontor['admin'] = kontor.admin): Promise<Matches> => {
  const answer = await caller('GET', `/trainings/${id}/trainers`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const reasonsOf = ({ out }: Matches, { id }: Row) => out.find(({ trainer_id }) => trainer_id === id)?.reasons;
const rankOf = ({ ranking }: Matches, { id }: Row) => ranking.find(({ trainer_id }) => trainer_id === id);
const ask = (id: string, trainers: readonly Row[], more: Values = {}, caller: any = kontor.admin) =>
  make.act('trainings', id, 'ask_trainers', { trainer_ids: trainers.map((one) => one.id), ...more }, caller);
const statesOf = async (id: string, of: readonly Row[]): Promise<string[]> => {
  const rows = await make.list('trainer_assignments', { training_id: id }, 'starts_at');
  return of.map((one) =>
    [...new Set(rows.filter((row) => row.trainer_id === one.id).map(({ status }) => status))].join(),
  );
};
/** The links that were mailed to a trainer about a training, newest last. */
const linksOf = async (id: string, { email }: Row): Promise<string[]> =>
  (
    await kontor.owner.query(
      `SELECT m.link FROM email_messages m JOIN trainer_assignments a ON a.id = m.about_id WHERE a.training_id = $1 AND m."to" = $2 AND m.link IS NOT NULL ORDER BY m.created_at`,
      [id, email],
    )
  ).rows.map(({ link }) => kontor.running.engine.secrets.decrypt(link));
/** What whoever looks after a training was told of the answers, oldest first. */
const newsOf = async (id: string): Promise<string[]> =>
  (
    await kontor.owner.query(
      `SELECT n.text FROM notifications n JOIN trainer_assignments a ON a.id = n.subject_id WHERE a.training_id = $1 AND n.kind = 'attendance' ORDER BY n.created_at, n.id`,
      [id],
    )
  ).rows.map(({ text }) => text);
const page = async (address: string, form?: Record<string, string>) => {
  const answer = await fetch(address.replace(/^https?:\/\/[^/]+/, kontor.url), {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('the ranking of a training', () => {
  test('tells points with reasons, and why others fell out', async () => {
    const of = await training();
    const [first] = of.sessions;
    const best = await trainer({
      name: 'Petra Sommer',
      region_id: bavaria,
      max_days: 8,
      regions: [{ region_id: bavaria, travel_cost: '80.00', priority: 1 }],
    });
    await make.post('trainer_availabilities', {
      trainer_id: best.id,
      type: 'free',
      from_on: `${year}-05-01`,
      until_on: `${year}-05-31`,
    });
    const far = await trainer({ day_rate: '1500.00' });
    const unqualified = await trainer({ qualifications: [] });
    const expired = await trainer({ qualifications: [{ qualification_id: sailing, valid_to: `${year}-05-05` }] });
    const blocked = await trainer();
    await make.post('trainer_availabilities', {
      trainer_id: blocked.id,
      type: 'blocked',
      from_on: `${year}-05-06`,
      until_on: `${year}-05-09`,
      reason: 'Törn',
    });
    const booked = await trainer();
    const rival = await make.post('trainings', { name: 'Anderes', brand_id: brand });
    const taken = await make.session(rival.id, `${year}-05-05`);
    const assigned = await make.post('trainer_assignments', { session_id: taken.id, trainer_id: booked.id });
    await make.go('trainer_assignments', assigned.id, 'confirm');
    const paused = await trainer({ status: 'paused', languages: ['fr'] });
    const former = await trainer({ status: 'former' });
    const other = await trainer({ brand_ids: [(await make.create('brands')).id] });

    const found = await matches(of.id);
    expect(found.sessions.map(({ id }) => id)).toEqual(of.sessions.map(({ id }) => id));
    expect([found.open, found.of]).toEqual([true, 100]);
    expect(found.ranking[0]!.trainer_id).toBe(best.id);
    const top = rankOf(found, best)!;
    expect(Object.fromEntries(top.parts.map(({ part, reasons }) => [part, reasons.join()]))).toEqual({
      availability: 'Hat sich für diese Tage frei gemeldet',
      region: 'Arbeitet in Bayern (Vorrang 1)',
      rating: 'Noch keine Rückmeldungen',
      load: `0 von 8 Tagen im Mai ${year} belegt`,
      cost: '980 € je Tag mit Reise',
    });
    expect([top.fee, top.travel_cost]).toEqual(['1800.00', '160.00']);
    expect(rankOf(found, far)!.points).toBeLessThan(top.points);
    expect(reasonsOf(found, unqualified)).toEqual(['Qualifikation fehlt: Segellehrer']);
    expect(reasonsOf(found, expired)).toEqual([`Segellehrer gilt nur bis 05.05.${year}`]);
    expect(reasonsOf(found, blocked)).toEqual([`Nicht verfügbar am 06.05.${year}: Törn`]);
    expect(reasonsOf(found, booked)).toEqual([`Am 05.05.${year} bestätigt für „${rival.number} Anderes“`]);
    expect(reasonsOf(found, paused)).toEqual(['Pausiert zurzeit', 'Unterrichtet nicht auf Deutsch']);
    expect(reasonsOf(found, other)).toEqual(['Arbeitet nicht für diese Marke']);
    expect([rankOf(found, former), reasonsOf(found, former)]).toEqual([undefined, undefined]);
    // a holiday at home counts against the day
    await make.post('holidays', { name: 'Seefest', on: first!.starts_at.slice(0, 10), region_id: bavaria });
    const [availability] = rankOf(await matches(of.id), best)!.parts;
    expect(availability!.reasons).toEqual([`Feiertag zu Hause am 05.05.${year}: Seefest`]);
  });

  test('is for who plans trainers of the brand, and tells nothing that they may not see', async () => {
    const of = await training();
    const elsewhere = (await make.create('brands')).id;
    const shared = await trainer({ brand_ids: [brand, elsewhere] });
    const hidden = await make.post('trainings', { name: 'Geheim', brand_id: elsewhere });
    const theirs = await make.post('trainer_assignments', {
      session_id: (await make.session(hidden.id, `${year}-05-05`)).id,
      trainer_id: shared.id,
    });
    await make.go('trainer_assignments', theirs.id, 'confirm');
    const cheap = await trainer({ day_rate: '1.00' });
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
    const found = await matches(of.id, clerk as never);
    expect(reasonsOf(found, shared)).toEqual([`Am 05.05.${year} schon anderweitig eingeplant`]);
    expect(found.of).toBe(80);
    expect(JSON.stringify(found)).not.toMatch(/Geheim|"fee"|cost|€/);
    expect(rankOf(found, cheap)).toBeDefined();
    // who reads what trainers ask for, but not what their journeys cost, is told no costs
    const grants = ['trainers.read', 'trainer_assignments', 'trainings'].map((pattern) => ({
      pattern,
      guards: 'margin',
    }));
    const role = await make.post('roles', { name: 'Ohne Reisekosten', permissions: grants });
    const half = await matches(of.id, (await kontor.as([role.id])) as never);
    expect([half.of, JSON.stringify(half).match(/"fee"|cost|€/)]).toEqual([80, null]);
    const stranger = await kontor.as(['backoffice'], { brand_ids: [elsewhere] });
    expect((await stranger('GET', `/trainings/${of.id}/trainers`)).status).toBe(404);
    expect((await ask(of.id, [cheap], {}, stranger)).status).toBe(404);
    for (const role of ['trainer', 'sales_rep']) {
      const other = await kontor.as([role], { brand_ids: [brand] });
      expect((await other('GET', `/trainings/${of.id}/trainers`)).status).toBe(403);
      expect([403, 404]).toContain((await ask(of.id, [cheap], {}, other)).status);
    }
    expect((await kontor.anonymous('GET', `/api/v1/trainings/${of.id}/trainers`)).status).toBe(401);
    expect((await kontor.admin('GET', '/trainings/x/trainers')).status).toBe(404);
  });

  test('says when there is nothing to staff', async () => {
    const bare = await make.post('trainings', { name: 'Ohne Termine', brand_id: brand });
    expect(await matches(bare.id)).toEqual({ sessions: [], open: false, of: 0, ranking: [], out: [] });
    const answer = await ask(bare.id, [await trainer()]);
    expect([answer.status, answer.body.errors.root]).toEqual([
      422,
      'Kein künftiger Termin dieses Trainings braucht noch einen Trainer.',
    ]);
  });
});

describe('asking', () => {
  test('one after the other: whoever declines makes way for the next, one mail for all sessions', async () => {
    const of = await training();
    const [one, two, three] = [await trainer(), await trainer(), await trainer()];
    const answer = await ask(of.id, [two, one, three], { answer_days: 5 });
    expect([answer.status, answer.body.asked, answer.body.noted]).toEqual([200, 1, 3]);
    expect(await statesOf(of.id, [two, one, three])).toEqual(['asked', 'option', 'option']);
    expect(rankOf(await matches(of.id), one)!.state).toMatchObject({ status: 'option', order: 2 });
    const [link, ...more] = await linksOf(of.id, two);
    expect(more).toEqual([]);
    const shown = await page(link!);
    expect(shown.text).toContain('Können Sie dieses Training leiten?');
    for (const session of of.sessions) expect(shown.text).toContain(session.name);
    expect(shown.text).toContain('Haus am See, München');
    const declined = await page(link!, { answer: 'decline', reason: ' Bin   auf See ' });
    expect([declined.status, declined.text.includes('Danke für Ihre Antwort.')]).toEqual([200, true]);
    expect(await statesOf(of.id, [two, one, three])).toEqual(['declined', 'asked', 'option']);
    expect(reasonsOf(await matches(of.id), two)).toEqual(['Hat für dieses Training abgesagt: Bin auf See']);
    expect((await page(link!, { answer: 'accept' })).text).toContain('Danke für Ihre Antwort.');
    const [next] = await linksOf(of.id, one);
    const twice = await Promise.all([1, 2, 3].map(() => page(next!, { answer: 'accept' })));
    for (const { status, text } of twice)
      expect([status, text.includes('Danke, Sie sind eingeplant.')]).toEqual([200, true]);
    expect(await statesOf(of.id, [two, one, three])).toEqual(['declined', 'confirmed', 'released']);
    expect(await linksOf(of.id, three)).toEqual([]);
    const [row] = await make.list('trainer_assignments', { training_id: of.id, trainer_id: one.id });
    expect(row).toMatchObject({ fee: '900.00', answered_at: expect.any(String) });
  });

  test('who does not answer in time makes way, is told kindly, and a task tells when nobody is left', async () => {
    const of = await training({ owner_id: kontor.admin.id });
    const [one, two] = [await trainer(), await trainer()];
    await ask(of.id, [one, two], { answer_days: 2 });
    const { engine } = kontor.running;
    expect(await tendTrainerRequests(engine, inDays(1.9))).toBe(0);
    await tendTrainerRequests(engine, inDays(2.1));
    expect(await statesOf(of.id, [one, two])).toEqual(['released', 'asked']);
    const [link] = await linksOf(of.id, one);
    const late = await page(link!, { answer: 'accept' });
    expect([late.status, late.text.includes('Diese Anfrage hat sich erledigt.')]).toEqual([200, true]);
    await tendTrainerRequests(engine, inDays(9));
    await tendTrainerRequests(engine, inDays(9));
    expect(await statesOf(of.id, [one, two])).toEqual(['released', 'released']);
    const tasks = await make.list('tasks', { name: `Kein Trainer hat zugesagt: ${of.name}` });
    expect(tasks.map(({ subject_id }) => subject_id)).toEqual([of.id]);
    const [row] = await make.list('trainer_assignments', { training_id: of.id, trainer_id: one.id });
    expect(row!.reason).toMatch(/^Keine Antwort bis \d\d\.\d\d\.\d{4}$/);
  });

  test('all at once: twenty accept at the same time, one has it, the others hear so', async () => {
    const of = await training();
    const all: Row[] = [];
    for (let i = 0; i < 20; i++) all.push(await trainer());
    expect((await ask(of.id, all, { mode: 'at_once' })).body.asked).toBe(20);
    const links = await Promise.all(all.map(async (one) => (await linksOf(of.id, one))[0]!));
    const answers = await Promise.all(links.map((link) => page(link, { answer: 'accept' })));
    expect(answers.filter(({ text }) => text.includes('Danke, Sie sind eingeplant.'))).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('Diese Anfrage hat sich erledigt.'))).toHaveLength(19);
    expect((await statesOf(of.id, all)).sort()).toEqual(['confirmed', ...Array(19).fill('released')]);
  });

  test('fifty requests for one day are accepted at once: one holds, the others hear why', async () => {
    const busy = await trainer({ name: 'Vielgefragt' });
    const asked: Row[] = [];
    year += 1;
    for (let i = 0; i < 50; i++) {
      const made = await make.post('trainings', { name: `Kurs ${i}`, brand_id: brand, template_id: template });
      await make.session(made.id, `${year}-06-01`);
      asked.push(made);
      expect((await ask(made.id, [busy])).status).toBe(200);
    }
    const links = await Promise.all(asked.map(async ({ id }) => (await linksOf(id, busy))[0]!));
    const answers = await Promise.all(links.map((link) => page(link, { answer: 'accept' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(409)]);
    for (const { text } of answers.filter(({ status }) => status === 409))
      expect(text).toContain('inzwischen für einen anderen Termin bestätigt');
    const confirmed = await make.list('trainer_assignments', { trainer_id: busy.id, status: 'confirmed' });
    expect(confirmed).toHaveLength(1);
  }, 60_000);

  test('an option only notes; who is asked in Kontor answers there as well', async () => {
    const of = await training({ owner_id: kontor.admin.id });
    const user = await kontor.as(['trainer'], { brand_ids: [brand] });
    const [own, next] = [await trainer({ user_id: user.id }), await trainer()];
    expect((await ask(of.id, [own, next], { mode: 'option' })).body.asked).toBe(0);
    expect(await statesOf(of.id, [own, next])).toEqual(['option', 'option']);
    expect(await tendTrainerRequests(kontor.running.engine)).toBe(0);
    await ask(of.id, [own, next]);
    const rows = await make.list('trainer_assignments', { training_id: of.id, trainer_id: own.id }, 'starts_at');
    for (const [i, { id }] of rows.entries()) {
      expect(await statesOf(of.id, [next])).toEqual([i ? 'released,option' : 'option']); // not before all is answered
      const answer = await make.act('trainer_assignments', id, i ? 'decline' : 'accept', {}, user);
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    }
    // one session each
    expect(await statesOf(of.id, [own, next])).toEqual(['confirmed,declined', 'released,asked']);
    expect(await newsOf(of.id)).toEqual([`${own.name} hat abgesagt: ${of.name}`]);
  });

  test('each trainer’s answer is news of its own', async () => {
    const of = await training({ owner_id: kontor.admin.id });
    const three = [await trainer(), await trainer(), await trainer()];
    await ask(of.id, three, { mode: 'at_once' });
    for (const [i, one] of three.entries())
      await page((await linksOf(of.id, one))[0]!, { answer: i === 2 ? 'accept' : 'decline' });
    const said = three.map(({ name }, i) => `${name} hat ${i === 2 ? 'zugesagt' : 'abgesagt'}: ${of.name}`);
    expect(await newsOf(of.id)).toEqual(said);
  });

  test('by the step on an assignment: the same mail, once, and the link tells of all that was asked', async () => {
    const of = await training({ owner_id: kontor.admin.id });
    const [one, two] = [await trainer(), await trainer()];
    const [first, second] = await Promise.all(
      of.sessions.map(({ id }) => make.post('trainer_assignments', { session_id: id, trainer_id: one.id })),
    );
    await make.go('trainer_assignments', first!.id, 'ask');
    expect((await make.act('trainer_assignments', first!.id, 'ask')).status).toBe(409);
    const [link, ...more] = await linksOf(of.id, one);
    expect(more).toEqual([]);
    const { text } = await page(link!);
    expect([text.includes(of.sessions[0]!.name), text.includes(of.sessions[1]!.name)]).toEqual([true, false]);
    await make.go('trainer_assignments', second!.id, 'ask');
    const links = await linksOf(of.id, one);
    // both links lead to all of it
    for (const at of links) {
      const { text } = await page(at);
      expect(of.sessions.slice(0, 2).map(({ name }) => text.includes(name))).toEqual([true, true]);
    }
    expect((await page(link!, { answer: 'accept' })).text).toContain('Danke, Sie sind eingeplant.');
    expect(links).toHaveLength(2);
    expect(await statesOf(of.id, [one])).toEqual(['confirmed']);
    expect(await newsOf(of.id)).toEqual([`${one.name} hat zugesagt: ${of.name}`]);
    const mails = await kontor.owner.query('SELECT html FROM email_messages WHERE "to" = $1', [one.email]);
    for (const { html } of mails.rows) expect(html).toContain('Bitte antworten Sie. ');
    // what is called off is noted, and nobody is written to
    const off = await make.post('trainer_assignments', { session_id: of.sessions[0]!.id, trainer_id: two.id });
    await kontor.owner.query("UPDATE trainings SET status = 'cancelled' WHERE id = $1", [of.id]);
    await make.go('trainer_assignments', off.id, 'ask');
    expect(await linksOf(of.id, two)).toEqual([]);
  });

  test('who was released is taken up again only by who may do that', async () => {
    const of = await training();
    const [one, two] = [await trainer(), await trainer()];
    await ask(of.id, [one, two]);
    await make.act('trainings', of.id, 'stop_asking');
    const pattern = 'trainer_assignments.transition.reconsider';
    const role = await make.post('roles', { name: 'Ohne Zurück', permissions: [{ pattern, effect: 'deny' }] });
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
    const bound = await kontor.as(['backoffice', role.id], { brand_ids: [brand] });
    expect((await ask(of.id, [one, two], {}, bound)).status).toBe(403);
    expect(await statesOf(of.id, [one, two])).toEqual(['released', 'released']);
    expect((await ask(of.id, [await trainer()], {}, bound)).status).toBe(200);
    expect((await ask(of.id, [one, two], {}, clerk)).status).toBe(200);
  });

  test('who has signed in answers for all sessions at once: all of it or nothing', async () => {
    const of = await training();
    const day = `${year}-05-06`;
    const user = await kontor.as(['trainer'], { brand_ids: [brand] });
    const [own, rival] = [await trainer({ user_id: user.id }), await trainer()];
    const answer = (input: Values, caller: TestKontor['admin'] = user) =>
      make.act('trainings', of.id, 'answer_request', input, caller);
    expect((await answer({ answer: 'accept' })).status).toBe(404); // nobody is asked yet
    await ask(of.id, [own, rival], { mode: 'at_once' });
    for (const wrong of [{}, { answer: 'perhaps' }, { answer: 'decline', reason: 'x'.repeat(501) }])
      expect([wrong, (await answer(wrong)).status]).toEqual([wrong, 422]);
    expect((await answer({ answer: 'accept' }, kontor.admin)).status).toBe(409); // is no trainer

    const other = await make.post('trainings', { name: 'Anderes', brand_id: brand });
    const taken = await make.session(other.id, day);
    const elsewhere = await make.post('trainer_assignments', { session_id: taken.id, trainer_id: own.id });
    await make.go('trainer_assignments', elsewhere.id, 'confirm');
    const refused = await answer({ answer: 'accept' });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('Der Trainer ist in dieser Zeit schon für einen anderen Termin bestätigt.'),
    ]);
    expect(await statesOf(of.id, [own, rival])).toEqual(['asked', 'asked']);

    await make.go('trainer_assignments', elsewhere.id, 'release');
    const both = await Promise.all([answer({ answer: 'accept' }), answer({ answer: 'accept' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)!.body.answered).toBe(2);
    expect(await statesOf(of.id, [own, rival])).toEqual(['confirmed', 'released']);
  });

  test('a request is taken back with its link, and one that was withdrawn says so', async () => {
    const of = await training();
    const one = await trainer();
    await ask(of.id, [one]);
    const [link] = await linksOf(of.id, one);
    const [row] = await make.list('trainer_assignments', { training_id: of.id, trainer_id: one.id }, 'starts_at');
    await make.go('trainer_assignments', row!.id, 'release');
    expect((await page(link!)).text).toContain('Können Sie dieses Training leiten?'); // the other session
    await make.go('trainings', of.id, ['cancel', { reason: 'Sturm' }]);
    const { text: off } = await page(link!, { answer: 'accept' });
    expect(off).toContain('Diese Anfrage hat sich erledigt.');
    expect(off).toContain('Das Training findet leider nicht statt.');
    const found = await make.list('public_links', { purpose: 'trainer_request' });
    const { subject_id } = found.at(-1)!;
    expect(subject_id).toBeDefined();
    await make.go('public_links', found.at(-1)!.id, 'revoke');
    expect((await page(link!)).status).toBe(404);
  });

  test('too late, before anybody has looked: the page says so, and nothing is taken', async () => {
    const of = await training({ language: 'en' });
    const one = await trainer({ languages: ['en'] });
    await ask(of.id, [one]);
    const [link] = await linksOf(of.id, one);
    await kontor.owner.query(
      `UPDATE trainer_assignments SET answer_until = now() - interval '1 second' WHERE training_id = $1`,
      [of.id],
    );
    for (const form of [undefined, { answer: 'accept' }, { answer: 'decline' }])
      expect((await page(link!, form)).text).toContain('The time to answer is over.');
    expect(await statesOf(of.id, [one])).toEqual(['asked']);
    const bad = await trainer({ languages: ['en'] });
    await make.act('trainings', of.id, 'stop_asking');
    await ask(of.id, [bad]);
    const [other] = await linksOf(of.id, bad);
    for (const form of [{}, { answer: 'perhaps' }, { answer: 'decline', reason: 'a\0b' }]) {
      const answer = await page(other!, form as Record<string, string>);
      expect([answer.status < 500, answer.text.includes('Can you lead this training?')]).toEqual([true, true]);
    }
    expect((await page(other!, { answer: 'decline', reason: 'x'.repeat(2000) })).text).toContain(
      'Thank you for your answer.',
    );
  });

  test('all that is open is taken back at once, and nobody is asked next', async () => {
    const of = await training();
    const [one, two, by] = [await trainer(), await trainer(), await trainer()];
    await ask(of.id, [by], { mode: 'option' });
    await ask(of.id, [one, two]);
    const answer = await make.act('trainings', of.id, 'stop_asking');
    expect([answer.status, answer.body.released]).toEqual([200, 4]);
    expect(await tendTrainerRequests(kontor.running.engine)).toBe(0);
    expect(await statesOf(of.id, [one, two, by])).toEqual(['released', 'released', 'option']);
    expect(rankOf(await matches(of.id), one)!.state).toMatchObject({ reason: 'Anfrage zurückgezogen' });
    const [link] = await linksOf(of.id, one);
    expect((await page(link!, { answer: 'accept' })).text).toContain('Diese Anfrage hat sich erledigt.');
    // and anew, behind nobody
    await ask(of.id, [two, one]);
    expect(await statesOf(of.id, [one, two])).toEqual(['option', 'asked']);
    expect((await page(link!)).status).toBe(404); // in line again: a new mail comes in its turn
  });

  test('nobody with an address: a task to call', async () => {
    const of = await training({ owner_id: kontor.admin.id });
    const mute = await trainer({ email: null });
    expect((await ask(of.id, [mute])).status).toBe(200);
    expect(await statesOf(of.id, [mute])).toEqual(['asked']);
    const tasks = await make.list('tasks', { name: `Trainer telefonisch anfragen: ${mute.name} (${of.name})` });
    expect(tasks).toHaveLength(1);
  });

  test('what is wrong is said at the trainers', async () => {
    const of = await training();
    const unfit = await trainer({ qualifications: [] });
    const fit = await trainer();
    const at = async (input: unknown, more: Values = {}) => {
      const answer = await make.act('trainings', of.id, 'ask_trainers', { trainer_ids: input, ...more });
      return [answer.status, answer.body.errors?.trainer_ids ?? Object.keys(answer.body.errors ?? {}).join()];
    };
    expect(await at([unfit.id])).toEqual([422, `${unfit.name}: Qualifikation fehlt: Segellehrer`]);
    expect((await at([fit.id, fit.id]))[0]).toBe(422);
    for (const wrong of [[], 'x', { a: 1 }, [1], ['x'], Array(31).fill(fit.id), [crypto.randomUUID()]])
      expect([wrong, (await at(wrong))[0]]).toEqual([wrong, 422]);
    expect(await at([fit.id], { answer_days: 0 })).toEqual([422, 'answer_days']);
    expect(await at([fit.id], { mode: 'shout' })).toEqual([422, 'mode']);
    expect(await statesOf(of.id, [fit])).toEqual(['']);
  });
});

test('five hundred trainers are ranked below a tenth of a second, with as many queries as for one', async () => {
  const other = (await make.create('brands')).id;
  const made = await make.post('trainings', {
    name: 'Groß',
    brand_id: other,
    template_id: template,
    location_id: munich,
  });
  for (let day = 1; day <= 5; day++) await make.session(made.id, `2060-03-0${day}`);
  await kontor.owner.query(
    `WITH made AS (INSERT INTO trainers (id, name, status, region_id, max_days, day_rate, languages) SELECT gen_random_uuid(), 'T' || n, 'active', $1, 10, 500 + n, '{de}' FROM generate_series(1, 500) n RETURNING id),
     brands AS (INSERT INTO trainers_brand_ids (record_id, target_id) SELECT id, $2 FROM made),
     regions AS (INSERT INTO trainer_regions (id, trainer_id, region_id, travel_cost, priority) SELECT gen_random_uuid(), id, r, 50, 1 FROM made, unnest(ARRAY[$1, $4]::uuid[]) r),
     able AS (INSERT INTO trainer_qualifications (id, trainer_id, qualification_id) SELECT gen_random_uuid(), id, $3 FROM made)
     INSERT INTO trainer_availabilities (id, trainer_id, type, from_on, until_on) SELECT gen_random_uuid(), id, 'free', d::date, d::date + 5 FROM made, generate_series(date '2059-01-01', date '2060-12-01', interval '30 days') d`,
    [bavaria, other, sailing, germany],
  );
  await kontor.owner.query('ANALYZE');
  const found = await matches(made.id);
  expect(found.ranking.length).toBeGreaterThanOrEqual(500);
  const { engine } = kontor.running;
  const { db, count } = counted(engine.db);
  await matchTrainers(house({ engine: { ...engine, db } }, 'test'), made.id);
  expect(count()).toBe(11); // whatever the number of trainers
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    await matches(made.id);
    took.push(performance.now() - from);
  }
  console.info(`ranking of 500 trainers: ${took.map((ms) => Math.round(ms)).join(', ')} ms`);
  expectWithin(100, Date.now() - Math.min(...took));
});
