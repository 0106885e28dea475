import { pino } from 'pino';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openJobFiles, openStorage } from '../../services/content/index.ts';
import { startWorker } from '../../services/jobs/worker.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { whileHeld } from '../../testing/held.ts';
import { wordsOf } from '../../testing/pdf.ts';
import { placesWorld } from '../../testing/places.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
let stop = async () => {};

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  const logger = pino({ level: 'silent' });
  const { engine, databases } = kontor.running;
  const storage = openStorage({ home: kontor.home, fileLimit: 25_000_000 });
  const files = openJobFiles({ home: kontor.home });
  stop = await startWorker({ engine, logger, url: databases.url, files, storage, works: [], pulse: 100 });
  const shipped = await import(new URL('../../../../seeds/base/templates.mjs', import.meta.url).href);
  // as they are shipped: each must be possible to fill
  for (const { id: _id, ...template } of shipped.mailTemplates()) await world.make('/email_templates', template);
  for (const { id: _id, ...template } of shipped.documentTemplates()) await world.make('/document_templates', template);
});
afterAll(async () => {
  await stop();
  await kontor.stop();
});

const page = async (address: string, form?: Record<string, string>) => {
  const answer = await fetch(address.replace(/^https?:\/\/[^/]+/, kontor.url), {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
/** The links of the mails about something, newest last. */
const linksOf = async (enrolment: string): Promise<string[]> =>
  (
    await kontor.owner.query(
      `SELECT link FROM email_messages WHERE about_id = $1 AND link IS NOT NULL ORDER BY created_at`,
      [enrolment],
    )
  ).rows.map(({ link }) => kontor.running.engine.secrets.decrypt(link));

/** A training with one place, somebody in it, and others who wait. */
async function full(waiting: number, more: object = {}) {
  const training = await world.training({ max_participants: 1, ...more });
  const seated = await world.enrol(training.id);
  const waits: { id: string }[] = [];
  for (let i = 0; i < waiting; i++) waits.push(await world.enrol(training.id));
  return { training, seated, waits };
}

describe('a place that is offered', () => {
  test('is accepted by the link, once, however often it is sent', async () => {
    const { seated, waits } = await full(2);
    await world.step(seated.id, 'cancel');
    const [link] = await linksOf(waits[0]!.id);
    const shown = await page(link!);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Platz annehmen');
    expect((await world.enrolment(waits[0]!.id)).status).toBe('offered'); // looking decides nothing
    const answers = await Promise.all([1, 2, 3].map(() => page(link!, { answer: 'accept' })));
    for (const { status, text } of answers)
      expect([status, text.includes('Ihr Platz ist gebucht.')]).toEqual([200, true]);
    expect(await world.enrolment(waits[0]!.id)).toMatchObject({ status: 'enrolled', offer_until: null });
    expect((await page(link!, { answer: 'decline' })).text).toContain('Ihr Platz ist gebucht.');
    expect((await world.enrolment(waits[1]!.id)).status).toBe('waiting');
  });

  test('that is declined goes to the next; both at once leave one of them', async () => {
    const { seated, waits } = await full(2, { language: 'en' });
    await world.step(seated.id, 'cancel');
    const [link] = await linksOf(waits[0]!.id);
    const answers = await Promise.all(['decline', 'decline'].map((answer) => page(link!, { answer })));
    for (const { text } of answers) expect(text).toContain('You have declined the place.');
    expect(await world.enrolment(waits[0]!.id)).toMatchObject({
      status: 'cancelled',
      reason: 'Declined by the participant',
    });
    expect((await world.enrolment(waits[1]!.id)).status).toBe('offered');
    // later as well: looked at again, or sent once more
    for (const form of [undefined, { answer: 'decline' }, { answer: 'accept' }])
      expect((await page(link!, form)).text).toContain('You have declined the place.');
    const [other] = await linksOf(waits[1]!.id);
    await Promise.all(['accept', 'decline', 'accept'].map((answer) => page(other!, { answer })));
    expect(['enrolled', 'cancelled']).toContain((await world.enrolment(waits[1]!.id)).status);
  });

  test('is gone when it has lapsed, was taken back, or the training is called off: always the same answer', async () => {
    const { training, seated, waits } = await full(1);
    await world.step(seated.id, 'cancel');
    const [link] = await linksOf(waits[0]!.id);
    const wrong = await page(`${kontor.url}/p/seat_offer/${'A'.repeat(43)}`);
    expect(wrong.status).toBe(404);
    await kontor.admin('POST', `/trainings/${training.id}/actions/cancel`, { reason: 'Zu wenige' });
    expect((await page(link!)).text).toBe(wrong.text);
    await page(link!, { answer: 'accept' });
    expect((await world.enrolment(waits[0]!.id)).status).toBe('offered');
    await world.step(waits[0]!.id, 'lapse');
    const gone = [
      await page(link!),
      await page(link!, { answer: 'accept' }),
      await page(link!.replace('seat_offer', 'feedback')),
      await page(`${kontor.url}/p/seat_offer/..%2f`),
      await page(`${kontor.url}/p/nothing/x`),
      await page(`${kontor.url}/p`),
    ];
    for (const { status, text } of gone) expect([status, text]).toEqual([404, wrong.text]);
    expect((await world.enrolment(waits[0]!.id)).status).toBe('waiting');
  });

  test('that was accepted and is gone since is told as what it is: cancelled by the house, or called off', async () => {
    const { training, seated, waits } = await full(1);
    await world.step(seated.id, 'cancel');
    const [link] = await linksOf(waits[0]!.id);
    await page(link!, { answer: 'accept' });
    await world.step(waits[0]!.id, 'cancel', { reason: 'Rechnung offen' });
    const cancelled = await page(link!);
    expect(cancelled.text).toContain('Ihre Anmeldung ist storniert.');
    expect(cancelled.text).not.toMatch(/abgelehnt|Rechnung offen/);
    await world.step(waits[0]!.id, 'enrol');
    expect((await page(link!)).text).toContain('Ihr Platz ist gebucht.');
    await kontor.admin('POST', `/trainings/${training.id}/actions/cancel`, { reason: 'Zu wenige' });
    const off = await page(link!);
    expect(off.text).toContain('Dieses Training findet leider nicht statt.');
    expect(off.text).not.toMatch(/gebucht|Zu wenige/);
  });

  test('pages say whom to call and where to write', async () => {
    const { seated, waits } = await full(1);
    await world.step(seated.id, 'cancel');
    const [link] = await linksOf(waits[0]!.id);
    const footer = async () => /<footer>(.*)<\/footer>/.exec((await page(link!)).text)![1];
    expect(await footer()).toBe('');
    await kontor.owner.query(
      `UPDATE brands SET phone = '+49 221 4710-900', email = 'post@segel.example' WHERE id = $1`,
      [world.brand],
    );
    expect(await footer()).toBe(
      'Segel · <a href="tel:+492214710900">+49 221 4710-900</a> · <a href="mailto:post@segel.example">post@segel.example</a>',
    );
    await kontor.owner.query('UPDATE brands SET phone = NULL, email = NULL WHERE id = $1', [world.brand]);
  });

  test('pages say what they must: nothing is kept, listed, framed or run', async () => {
    const { headers, text } = await page(`${kontor.url}/p/certificate/${'x'.repeat(43)}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(text).not.toContain('<script');
  });
});

/** A training that is over, with people in it; attendance of the two sessions in units of 16. */
async function delivered(marks: readonly (readonly [string, string])[], more: object = {}) {
  const training = await world.training(more);
  const sessions = [await world.session(training.id, -3), await world.session(training.id, -2)];
  const people: { id: string; participant: string }[] = [];
  for (const _ of marks) people.push(await world.enrol(training.id));
  for (const [i, { id }] of sessions.entries())
    await kontor.admin('POST', `/training_sessions/${id}/actions/record_attendance`, {
      entries: people.map(({ id: enrolment_id }, at) => ({ enrolment_id, status: marks[at]![i] })),
    });
  return { training, people };
}
const state = (id: string, to: string) =>
  kontor.owner.query('UPDATE trainings SET status = $2 WHERE id = $1', [id, to]);
const issue = (id: string) => kontor.admin('POST', `/trainings/${id}/actions/issue_certificates`, {});
const issued = async (training: string) =>
  (
    await kontor.owner.query(
      'SELECT c.*, d.subject_id, d.category FROM certificates c LEFT JOIN documents d ON d.id = c.document_id WHERE c.training_id = $1 ORDER BY c.number',
      [training],
    )
  ).rows;
const papers = (training: string, count: number) =>
  vi.waitFor(
    async () => {
      const made = (await issued(training)).filter(({ document_id: id }) => id);
      if (made.length !== count)
        throw new Error(
          `${made.length} of ${count}: ${JSON.stringify((await kontor.owner.query('SELECT state, error FROM jobs')).rows)}`,
        );
      return made;
    },
    { timeout: 20_000, interval: 100 },
  );

describe('certificates', () => {
  test('are for those who were there, numbered, with a code that leads to what they say', async () => {
    const { training, people } = await delivered([
      ['present', 'late'],
      ['present', 'absent'],
      ['present', 'present'],
      ['present', 'present'],
    ]);
    await world.step(people[2]!.id, 'cancel');
    const { version } = await world.enrolment(people[3]!.id);
    await kontor.admin('PATCH', `/enrolments/${people[3]!.id}`, { exam_result: 'passed', version });
    const first = await issue(training.id);
    expect([first.status, first.body.issued]).toEqual([200, 2]);
    expect(first.body.told).toMatch(/^2 Bescheinigungen ausgestellt\. .*1 Person war nicht oft genug da\.$/);
    const second = (await issue(training.id)).body;
    expect(second.issued).toBe(0);
    expect(second.told).toMatch(/^Keine neue Bescheinigung ausgestellt\. .*1 Person war nicht oft genug da\.$/);
    const made = await papers(training.id, 2);
    expect(made.map(({ enrolment_id: id, type }) => [id, type]).sort()).toEqual(
      [
        [people[0]!.id, 'attendance'],
        [people[3]!.id, 'success'],
      ].sort(),
    );
    const [one] = made;
    expect(one).toMatchObject({ units: 16, category: 'certificate', subject_id: one.enrolment_id });
    const { body: document } = await kontor.admin('GET', `/documents/${one.document_id}`);
    const file = await fetch(`${kontor.url}/api/v1/files/${document.file_id}/content`, {
      headers: { Authorization: `Bearer ${kontor.admin.token}` },
    });
    expect(file.status).toBe(200);
    const pdf = Buffer.from(await file.arrayBuffer());
    const text = await wordsOf(pdf);
    for (const said of [one.number, one.holder, training.name, '16 Unterrichtseinheiten', 'Echtheit prüfen'])
      expect(text).toContain(said);
    const annotations = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).getAnnotations();
    const link = annotations
      .map(({ url }: { url?: string }) => url)
      .find((url?: string) => url?.includes('/p/certificate/'))!;
    const shown = await page(link);
    expect(shown.status).toBe(200);
    for (const said of [one.number, one.holder, training.name, 'Diese Bescheinigung ist gültig.'])
      expect(shown.text).toContain(said);
    expect((await page(link, {})).status).toBe(404); // nothing to send
    // a paper holds also when somebody tidies up
    expect((await kontor.admin('DELETE', `/trainings/${training.id}`)).status).toBe(200);
    expect((await page(link)).text).toBe(shown.text);
    await kontor.admin('POST', `/trainings/${training.id}/restore`, {});
    await kontor.admin('POST', `/certificates/${one.id}/actions/revoke`, { reason: 'Geheimer Grund' });
    const revoked = await page(link);
    expect(revoked.text).toContain('widerrufen');
    expect(revoked.text).not.toContain('Geheimer Grund');
    expect((await issue(training.id)).body.issued).toBe(1); // what was revoked is missing again
    await papers(training.id, 3);
  }, 60_000);

  test('are issued once, however many do it at once; a job that died goes on where it was', async () => {
    const marks = Array.from({ length: 4 }, () => ['present', 'present'] as const);
    const { training } = await delivered(marks);
    const answers = await Promise.all([1, 2, 3, 4].map(() => issue(training.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const made = await papers(training.id, 4);
    expect(made).toHaveLength(4);
    // as if the process had died after two papers
    const lost = made.slice(2).map(({ id }) => id);
    await kontor.owner.query('UPDATE certificates SET document_id = NULL WHERE id = ANY($1)', [lost]);
    // as long as papers are being made, their mails wait: nobody is passed over
    const job = await kontor.owner.query(
      "UPDATE jobs SET state = 'running', seen_at = now() WHERE id = (SELECT id FROM jobs WHERE kind = 'certificates' AND payload->>'training_id' = $1 LIMIT 1) RETURNING id",
      [training.id],
    );
    const mails = { purpose: 'certificate', audience: 'participants' };
    const { status, body } = await kontor.admin('POST', `/trainings/${training.id}/actions/write_mails`, mails);
    expect([status, body.errors]).toEqual([
      422,
      { purpose: 'Von 2 Bescheinigungen entsteht das PDF gerade. Bitte versuchen Sie es gleich noch einmal.' },
    ]);
    await kontor.owner.query("UPDATE jobs SET state = 'done' WHERE id = $1", [job.rows[0].id]);
    const again = await issue(training.id);
    expect([again.body.issued, again.body.papers]).toEqual([0, 2]);
    const all = await papers(training.id, 4);
    expect(all.map(({ number }) => number)).toEqual(made.map(({ number }) => number));
  }, 60_000);

  test('have numbers without gaps, whatever way and however many at once they are made; what is tried or fails takes none', async () => {
    const courses = await Promise.all(
      [1, 2, 3].map(() =>
        delivered([
          ['present', 'present'],
          ['present', 'present'],
          ['present', 'absent'],
        ]),
      ),
    );
    const ids = courses.map(({ training }) => training.id);
    const late = courses.map(({ people }) => people[2]!.id);
    // one of the rows is refused by the database: the others are written once more without it
    const refused = (await world.enrol(ids[0]!)).id;
    await kontor.owner.query(`ALTER TABLE certificates ADD CONSTRAINT no CHECK (enrolment_id <> '${refused}')`);
    const lines = ['Anmeldung', late[1], refused, 'niemand', late[2]];
    const file = new TextEncoder().encode(lines.join('\n'));
    const answers = await Promise.all([
      ...ids.map((id) => issue(id)),
      ...ids.map((id) => kontor.admin('POST', `/trainings/${id}/actions/issue_certificates?dry_run=true`, {})),
      kontor.admin('POST', '/certificates', { enrolment_id: late[0] }),
      kontor.admin(
        'POST',
        `/certificates/import?${new URLSearchParams({ mapping: '{"Anmeldung":"enrolment_id"}', mode: 'valid' })}`,
        file,
        { 'Content-Type': 'application/octet-stream' },
      ),
      kontor.admin('POST', '/certificates', { enrolment_id: crypto.randomUUID() }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 201, 200, 422]);
    await kontor.owner.query('ALTER TABLE certificates DROP CONSTRAINT no');
    expect((await Promise.all(ids.map(issued))).map((made) => made.length)).toEqual([3, 3, 3]);
    const [series] = (await kontor.admin('GET', '/number_sequences?filter={"key":"certificate"}')).body;
    const [account] = (await kontor.admin('GET', `/number_sequences/${series.id}/gaps`)).body;
    const { rows } = await kontor.owner.query('SELECT count(*)::int AS n FROM certificates');
    expect(account).toMatchObject({ from: 1, to: rows[0].n, given: rows[0].n, skipped: [], missing: [], gone: [] });
    const { body: held } = await kontor.admin(
      'GET',
      `/number_allocations?filter={"resource":"certificates"}&range=[0,999]`,
    );
    const numbers = (await Promise.all(ids.map(issued))).flat().map(({ id, number }) => `${id} ${number}`);
    expect(held.map((one: { record_id: string; number: string }) => `${one.record_id} ${one.number}`)).toEqual(
      expect.arrayContaining(numbers),
    );
  }, 60_000);

  test('are listed in the result of their job, for who asked, and nothing in it is a formula', async () => {
    const { training, people } = await delivered([['present', 'present']]);
    const { contact_id: who } = await world.enrolment(people[0]!.id);
    const { version } = (await kontor.admin('GET', `/contacts/${who}`)).body;
    await kontor.admin('PATCH', `/contacts/${who}`, { first_name: '=1+1', version });
    const { job_id: job } = (await issue(training.id)).body;
    const [{ number, holder }] = await papers(training.id, 1);
    expect(holder).toMatch(/^=1\+1 /);
    const result = () =>
      fetch(`${kontor.url}/api/v1/jobs/${job}/result`, { headers: { Authorization: `Bearer ${kontor.admin.token}` } });
    await vi.waitFor(async () => expect((await result()).status).toBe(200), { timeout: 20_000, interval: 100 });
    const lines = (await (await result()).text()).trim().split('\r\n');
    expect(lines).toEqual(['Bescheinigungsnummer;Ausgestellt für', `${number};'${holder}`]);
  }, 60_000);

  test('go to a job that has not begun, which is kept from beginning meanwhile; else to another', async () => {
    const { training } = await delivered([['present', 'present']]);
    const waiting = '01900000-0000-7000-8000-0000000000aa';
    // nobody hands it to the workers
    await kontor.owner.query(
      `INSERT INTO jobs (id, name, kind, state, progress, attempts, payload) VALUES ($1, 'x', 'certificates', 'queued', 0, 0, $2)`,
      [waiting, { training_id: training.id }],
    );
    expect((await issue(training.id)).body.job_id).toBe(waiting);
    const { body } = await whileHeld(kontor, [`UPDATE jobs SET state = 'running' WHERE id = $1`, [waiting]], () =>
      issue(training.id),
    );
    expect(body.job_id).not.toBe(waiting);
    await papers(training.id, 1);
  }, 60_000);

  test('are of who takes part: not of who waits, and no place is taken from whoever holds one', async () => {
    const { training, people } = await delivered([['present', 'present']], { max_participants: 1 });
    const waits = await world.enrol(training.id);
    const tried = await kontor.admin('POST', '/certificates', { enrolment_id: waits.id });
    expect([tried.status, tried.body.errors.enrolment_id]).toEqual([
      422,
      'Eine Bescheinigung bekommt nur, wer angemeldet ist.',
    ]);
    await issue(training.id);
    const [{ id, number }] = await papers(training.id, 1);
    const held = people[0]!.id;
    const other = await world.training();
    const { version } = await world.enrolment(held);
    const refused = [
      await world.step(held, 'cancel'),
      await world.step(held, 'transfer', { training_id: other.id }),
      await kontor.admin('PATCH', `/enrolments/${held}`, { version, training_id: other.id }),
      await kontor.admin('PATCH', `/enrolments/${held}`, { version, contact_id: (await world.contact()).id }),
    ];
    for (const { status, body } of refused)
      expect([status, Object.values(body.errors).join()]).toEqual([422, expect.stringContaining(`(${number})`)]);
    await kontor.admin('POST', `/certificates/${id}/actions/revoke`, { reason: 'War nicht da' });
    expect((await world.step(held, 'cancel')).status).toBe(200);
  }, 30_000);

  test('are refused with words where nothing can be issued, and stay what they are', async () => {
    const { body } = await issue((await world.training()).id);
    expect(body.errors.root).toContain('keine Termine');
    const { training, people } = await delivered([['present', 'present']]);
    await world.step(people[0]!.id, 'cancel');
    const tried = await kontor.admin('POST', '/certificates', { enrolment_id: people[0]!.id });
    expect([tried.status, Object.keys(tried.body.errors)]).toEqual([422, ['enrolment_id']]);
    const company = (await kontor.admin('GET', '/companies')).body[0];
    const brand = await world.make('/brands', { name: `B${Date.now()}`, company_id: company.id, colour: '#654321' });
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brand.id] });
    expect((await clerk('POST', `/trainings/${training.id}/actions/issue_certificates`, {})).status).toBe(404);
    const trainer = await kontor.as(['trainer']);
    expect((await trainer('POST', `/trainings/${training.id}/actions/issue_certificates`, {})).status).toBe(403);
  });
});

describe('feedback', () => {
  const good = { content_rating: '5', trainer_rating: '4', organisation_rating: '3', recommend: '10' };
  const ask = (id: string) => kontor.admin('POST', `/trainings/${id}/actions/ask_feedback`, {});

  test('is asked for once, given by a link, changed until the training is closed, and counts', async () => {
    const { training, people } = await delivered([
      ['present', 'present'],
      ['present', 'present'],
    ]);
    expect((await ask(training.id)).body.errors.root).toContain('durchgeführt');
    await state(training.id, 'delivered');
    expect((await ask(training.id)).body).toMatchObject({ sent: 2, without_address: 0 });
    expect((await ask(training.id)).body.errors.root).toContain('niemand');
    const [link] = await linksOf(people[0]!.id);
    expect((await page(link!)).text).toContain('Wie war es?');
    const wrong = await page(link!, { ...good, recommend: '11', liked: '<script>alert(1)</script>' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Höchstens 10.');
    expect(wrong.text).not.toContain('<script');
    expect((await page(link!, { content_rating: 'x', __proto__: 'y' })).text).toContain('Bitte ausfüllen.');
    expect((await page(link!, { ...good, liked: 'a\u0000b' })).status).toBe(422);
    const sent = await Promise.all([1, 2].map(() => page(link!, { ...good, liked: 'Alles', quotable: 'yes' })));
    for (const { status, text } of sent) expect([status, text.includes('Vielen Dank')]).toEqual([200, true]);
    await page(link!, { ...good, content_rating: '3', missed: 'Pausen' });
    const { body: counted } = await kontor.admin('GET', `/trainings/${training.id}`);
    expect(counted).toMatchObject({
      feedback_count: 1,
      content_rating: '3.00',
      trainer_rating: '4.00',
      recommend_rating: '10.00',
    });
    const { rows } = await kontor.owner.query(
      `SELECT state, liked, missed, quotable FROM feedback_responses WHERE enrolment_id = $1`,
      [people[0]!.id],
    );
    expect(rows).toEqual([{ state: 'given', liked: null, missed: 'Pausen', quotable: false }]);
    await state(training.id, 'closed');
    expect((await page(link!, { ...good, content_rating: '1' })).text).toContain('abgeschlossen');
    expect((await kontor.admin('GET', `/trainings/${training.id}`)).body.content_rating).toBe('3.00');
  });

  test('that comes while the training is being closed is too late; two at once both count', async () => {
    const { training, people } = await delivered([
      ['present', 'present'],
      ['present', 'present'],
      ['present', 'present'],
    ]);
    await state(training.id, 'delivered');
    await ask(training.id);
    const links = await Promise.all(people.map(async ({ id }) => (await linksOf(id))[0]!));
    const both = await Promise.all(links.slice(0, 2).map((link) => page(link, good)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const late = await whileHeld(kontor, [`UPDATE trainings SET status = 'closed' WHERE id = $1`, [training.id]], () =>
      page(links[2]!, good),
    );
    expect(late.text).toContain('abgeschlossen');
    expect((await kontor.admin('GET', `/trainings/${training.id}`)).body.feedback_count).toBe(2);
  });

  test('is of who takes part: whoever was taken off since is asked nothing, and counts nothing', async () => {
    const { training, people } = await delivered([
      ['present', 'present'],
      ['present', 'present'],
    ]);
    await state(training.id, 'delivered');
    await ask(training.id);
    const [one, two] = await Promise.all(people.map(async ({ id }) => (await linksOf(id))[0]!));
    await world.step(people[0]!.id, 'cancel');
    expect([(await page(one!)).status, (await page(one!, good)).status, (await page(one!, {})).status]).toEqual([
      404, 404, 404,
    ]);
    // taken off while the answer waits
    const hold = [`UPDATE enrolments SET status = 'cancelled' WHERE id = $1`, [people[1]!.id]] as const;
    const waiting = `SELECT 1 FROM trainings WHERE id = '${training.id}' FOR NO KEY UPDATE`;
    const late = await whileHeld(kontor, [waiting, []], async () => {
      await kontor.owner.query(hold[0], [...hold[1]]);
      return page(two!, good);
    });
    expect(late.status).toBe(404);
    expect((await kontor.admin('GET', `/trainings/${training.id}`)).body.feedback_count).toBe(0);
  });

  test('ties what is wrong to its question', async () => {
    const { training, people } = await delivered([['present', 'present']]);
    await state(training.id, 'delivered');
    await ask(training.id);
    const [link] = await linksOf(people[0]!.id);
    const { text } = await page(link!, { ...good, recommend: '', liked: 'x'.repeat(4001) });
    expect(text).toMatch(/<fieldset aria-describedby="recommend-error">.*<p class="error" id="recommend-error">/);
    expect(text).not.toContain('content_rating-error');
    const long = await page(link!, { ...good, liked: 'x'.repeat(4001) });
    expect(long.text).toMatch(/<textarea id="liked"[^>]* aria-invalid="true" aria-describedby="liked-error">/);
  });

  test('what is too large, or no form, changes nothing', async () => {
    const { training, people } = await delivered([['present', 'present']]);
    await state(training.id, 'delivered');
    await ask(training.id);
    const [link] = await linksOf(people[0]!.id);
    const large = await page(link!, { ...good, liked: 'x'.repeat(70_000) });
    expect(large.status).toBe(404);
    expect((await page(link!, { ...good, liked: 'x'.repeat(4001) })).status).toBe(422);
    const json = await fetch(link!.replace(/^https?:\/\/[^/]+/, kontor.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(good),
    });
    expect(json.status).toBe(422);
    expect((await kontor.admin('GET', `/trainings/${training.id}`)).body.feedback_count).toBe(0);
  });
});
