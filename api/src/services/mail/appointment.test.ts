import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { type Mailbox, type Received, startMailbox } from '../../testing/mailbox.ts';

let kontor: TestKontor;
let box: Mailbox;
let task: string;

const make = async (path: string, body: object) => {
  const { status, body: made } = await kontor.admin('POST', path, body);
  if (status !== 201) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};

beforeAll(async () => {
  [kontor, box] = await Promise.all([startTestKontor(), startMailbox()]);
  await make('/email_accounts', {
    name: 'Haus',
    host: '127.0.0.1',
    port: Number(new URL(box.url).port),
    encryption: 'none',
    from_name: 'Haus "am" See',
    from_address: 'haus@example.de',
  });
});
beforeEach(async () => {
  await kontor.owner.query('DELETE FROM email_messages');
  task = (await make('/tasks', { name: 'Übergabe; Halle, 2', due_on: '2027-03-10' })).id;
});
afterAll(async () => {
  await kontor.stop();
  await box.stop();
});

const letter = { subject: 'Termin', html: '<p>Guten Tag</p>' };
const write = (more: object, id = task, resource = 'tasks') =>
  kontor.admin('POST', `/${resource}/${id}/mail`, { ...letter, recipients: [{ email: 'mia@example.de' }], ...more });

async function send(more: object, to = 'mia@example.de'): Promise<Received> {
  const { status, body } = await write(more);
  expect([status, body.errors]).toEqual([201, undefined]);
  await kontor.owner.query(`UPDATE email_messages SET next_attempt_at = now() WHERE state = 'queued'`);
  kontor.running.engine.outward.wake();
  return box.next(to);
}

/** The lines of the calendar part, unfolded, and how the part calls itself. */
async function calendarOf({ raw }: Received) {
  const type = /^Content-Type: text\/calendar;[^\n]*(?:\n[ \t][^\n]*)*/im.exec(raw)?.[0] ?? '';
  const { attachments } = await simpleParser(raw);
  const text = attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? '';
  return { type, lines: text.replace(/\r\n[ \t]/g, '').split('\r\n') };
}

test('the date goes along as an invitation of who sends it to all who are told to get it', async () => {
  const mail = await send({
    invitation: 'request',
    recipients: [
      { email: 'mia@example.de', name: 'Mia "x"\u2028ATTENDEE:mailto:evil@example.de' },
      { email: 'cc@example.de', role: 'cc' },
      { email: 'bcc@example.de', role: 'bcc' },
    ],
  });
  const { type, lines } = await calendarOf(mail);
  expect(type).toMatch(/method=REQUEST/);
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      `UID:${task}@kontor`,
      'SEQUENCE:0',
      'DTSTART;VALUE=DATE:20270310',
      'DTEND;VALUE=DATE:20270311',
      expect.stringContaining('Übergabe\\; Halle\\, 2'),
      'ORGANIZER;CN="Haus am See":mailto:haus@example.de',
    ]),
  );
  const invited = lines.filter((line) => line.startsWith('ATTENDEE'));
  expect(invited.map((line) => /MAILTO:(\S+)$/.exec(line)?.[1])).toEqual(['mia@example.de', 'cc@example.de']);
  expect(invited[0]).toContain('RSVP=TRUE');
});

test('each mail about it counts up under the same id, and calling off ends it', async () => {
  await send({ invitation: 'request' });
  const { version } = (await kontor.admin('GET', `/tasks/${task}`)).body;
  await kontor.admin('PATCH', `/tasks/${task}`, { version, due_on: '2027-03-12' });
  const again = await calendarOf(await send({ invitation: 'request' }));
  expect(again.lines).toEqual(
    expect.arrayContaining([`UID:${task}@kontor`, 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20270312']),
  );
  const off = await calendarOf(await send({ invitation: 'cancel' }));
  expect(off.type).toMatch(/method=CANCEL/);
  expect(off.lines).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', `UID:${task}@kontor`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
  );
});

test('mails written at the same time count one after the other', async () => {
  await Promise.all([1, 2, 3, 4].map(() => write({ invitation: 'request' })));
  const { rows } = await kontor.owner.query(
    `SELECT (appointment->>'sequence')::int AS n FROM email_messages ORDER BY 1`,
  );
  expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
});

test('without it a mail has no calendar part, and nothing is called off that nobody knows', async () => {
  expect((await send({})).raw).not.toMatch(/text\/calendar/i);
  const dateless = (await make('/tasks', { name: 'Ohne Termin' })).id;
  const customer = (await make('/customers', { name: 'Müller' })).id;
  const refused = [
    await write({ invitation: 'cancel' }),
    await write({ invitation: 'request' }, dateless),
    await write({ invitation: 'request' }, customer, 'customers'),
    await write({ invitation: 'tentative' }),
  ];
  for (const { status, body } of refused) expect([status, Object.keys(body.errors)]).toEqual([422, ['invitation']]);
  const [written] = (await write({ invitation: 'request' })).body;
  await kontor.admin('POST', `/email_messages/${written.id}/actions/cancel`, {});
  expect((await write({ invitation: 'cancel' })).status).toBe(422); // the invitation was withdrawn
});

test('the dialog is told the date, and whether others know it', async () => {
  const options = async (id: string) => (await kontor.admin('GET', `/tasks/${id}/mail`)).body.appointment;
  expect(await options(task)).toEqual({ from: '2027-03-10', to: null, all_day: true, invited: false });
  await write({ invitation: 'request' });
  expect(await options(task)).toMatchObject({ invited: true });
  expect(await options((await make('/tasks', { name: 'Ohne Termin' })).id)).toBeNull();
});

test('several days are one event that repeats, without the days between; called off at once', async () => {
  const company = await make('/companies', { name: 'Haus GmbH' });
  const brand = await make('/brands', { name: 'Segel', company_id: company.id, colour: '#123456' });
  const training = await make('/trainings', { name: 'Knoten', brand_id: brand.id, kind: 'open' });
  const session = (date: string, to = '15:00') =>
    make('/training_sessions', {
      name: 'Tag',
      training_id: training.id,
      starts_at: `${date}T08:00:00.000Z`,
      ends_at: `${date}T${to}:00.000Z`,
    });
  await session('2027-06-03');
  await session('2027-06-04', '12:00');
  await session('2027-06-07');
  const events = async (invitation: string) => {
    await write({ invitation }, training.id, 'trainings');
    await kontor.owner.query(`UPDATE email_messages SET next_attempt_at = now() WHERE state = 'queued'`);
    kontor.running.engine.outward.wake();
    const { lines } = await calendarOf(await box.next('mia@example.de'));
    const begins = lines.flatMap((line, at) => (line === 'BEGIN:VEVENT' ? [at] : []));
    return begins.map((at, i) => lines.slice(at, begins[i + 1]));
  };
  const [all, other, ...more] = await events('request');
  expect(more).toEqual([]);
  expect(all).toEqual(
    expect.arrayContaining([
      `UID:${training.id}@kontor`,
      'DTSTART:20270603T080000Z',
      'DTEND:20270603T150000Z',
      'RRULE:FREQ=DAILY;COUNT=5;INTERVAL=1',
      'EXDATE:20270605T080000Z,20270606T080000Z',
    ]),
  );
  expect(other).toEqual(
    expect.arrayContaining([
      `UID:${training.id}@kontor`,
      'RECURRENCE-ID:20270604T080000Z',
      'DTSTART:20270604T080000Z',
      'DTEND:20270604T120000Z',
    ]),
  );
  expect(other!.some((line) => line.startsWith('RRULE'))).toBe(false);
  const off = await events('cancel');
  expect(off).toHaveLength(1);
  expect(off[0]).toEqual(expect.arrayContaining([`UID:${training.id}@kontor`, 'STATUS:CANCELLED', 'SEQUENCE:1']));
});
