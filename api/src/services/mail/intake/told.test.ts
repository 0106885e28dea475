import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../../testing/harness.ts';
import { type ImapBox, imapUser, startImap } from '../../../testing/imap.ts';
import { type Mailbox, startMailbox } from '../../../testing/mailbox.ts';
import { openStorage } from '../../content/index.ts';
import { mailNews } from '../../notifications/mail.ts';
import { takeIn } from './poll.ts';

type Office = Awaited<ReturnType<TestKontor['as']>>;

let kontor: TestKontor;
let box: ImapBox;
let post: Mailbox;
let office: Office;
let customer: string;
let task: string;
let serial = 0;

const make = async (path: string, body: object, by: TestKontor['admin'] = kontor.admin) => {
  const { status, body: made } = await by('POST', path, body);
  if (status !== 201) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};

beforeAll(async () => {
  [kontor, box, post] = await Promise.all([startTestKontor(), startImap(), startMailbox()]);
  const company_id = (await make('/companies', { name: 'Firma' })).id;
  const brand = (await make('/brands', { name: 'Nord', company_id })).id;
  office = await kontor.as(['backoffice'], { brand_ids: [brand] });
  customer = (await make('/customers', { name: 'Müller', email: 'info@mueller.example', brand_ids: [brand] })).id;
  task = (await make('/tasks', { name: 'Ortstermin', due_on: '2027-03-01', assignee_id: office.id })).id;
  await make('/email_accounts', {
    name: 'Haus',
    host: '127.0.0.1',
    port: Number(new URL(post.url).port),
    encryption: 'none',
    from_address: 'haus@example.de',
    imap_host: '127.0.0.1',
    imap_port: box.port,
    imap_encryption: 'none',
    imap_user_name: imapUser.user,
    imap_password: imapUser.password,
  });
  await kontor.owner.query('DELETE FROM notifications');
});
afterEach(async () => {
  post.refused.clear();
  await kontor.owner.query('DELETE FROM notifications; DELETE FROM notification_choices; DELETE FROM email_messages');
});
afterAll(async () => {
  await kontor.stop();
  await Promise.all([box.stop(), post.stop()]);
});

const look = () =>
  takeIn({
    engine: kontor.running.engine,
    storage: openStorage({ home: kontor.home, fileLimit: 25_000_000 }),
    logger: pino({ level: 'silent' }),
  });
const rows = async (where = 'true') =>
  (await kontor.owner.query(`SELECT * FROM email_messages WHERE ${where} ORDER BY created_at, id`)).rows;
const mails = async (direction: 'in' | 'out') => rows(`direction = '${direction}'`);
const news = async () =>
  (
    await kontor.owner.query(
      `SELECT n.*, m.subject, m."to" FROM notifications n LEFT JOIN email_messages m ON m.id = n.message_id ORDER BY n.created_at, n.id`,
    )
  ).rows;
const told = async () => (await news()).map(({ user_id, kind, text }) => [user_id, kind, text]);
const settled = async (state = `state NOT IN ('queued')`) => {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20)))
    if ((await rows(`NOT (${state})`)).length === 0) return;
  throw new Error('what was written did not leave');
};
const mail = (headers: Record<string, string>, body = 'Guten Tag, das passt.') =>
  [
    ...Object.entries({
      'Message-ID': `<${++serial}.${Date.now()}@mueller.example>`,
      From: 'Mia Weiß <info@mueller.example>',
      To: 'haus@example.de',
      Subject: 'Re: Angebot',
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

/** The office writes about the customer, or invites to the task; the mail leaves, as far as the server takes it. */
async function send(recipients = ['info@mueller.example'], more: object = {}, about = `/customers/${customer}`) {
  const letter = { subject: 'Angebot', html: '<p>Guten Tag</p>', ...more };
  const sent = await make(`${about}/mail`, { ...letter, recipients: recipients.map((email) => ({ email })) }, office);
  await kontor.owner.query('UPDATE email_messages SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL');
  kontor.running.engine.outward.wake();
  await settled();
  return rows(`mail = '${sent[0].mail}'`);
}
const invite = (recipients: string[], more: object = {}) =>
  send(recipients, { subject: 'Termin', invitation: 'request', ...more }, `/tasks/${task}`);

const report = (of: { mail: string }, ...recipients: string[]) =>
  mail(
    {
      From: 'MAILER-DAEMON@mx.example',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="grenze"',
    },
    [
      '--grenze',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      ...recipients.flatMap((to) => [
        `Final-Recipient: rfc822; ${to}`,
        'Action: failed',
        'Diagnostic-Code: smtp; 550 5.1.1 unbekannt',
        '',
      ]),
      '--grenze',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${of.mail}@example.de>`,
      '',
      '--grenze--',
      '',
    ].join('\r\n'),
  );

describe('an answer', () => {
  test('is told to whoever wrote the mail, once, however often the mailbox is read', async () => {
    const [sent] = await send();
    box.deliver(mail({ 'In-Reply-To': sent.message_id }));
    await Promise.all([look(), look()]);
    box.renumber();
    await look();
    expect(await told()).toEqual([[office.id, 'answer', 'Mia Weiß']]);
    const [one] = await news();
    expect([one.subject_id, one.message_id, one.shown]).toEqual([customer, (await mails('in'))[0].id, true]);
    const { body } = await office('GET', '/notifications?embed=["message_id"]');
    expect(body[0]._embedded.message_id.title).toBe('Re: Angebot');
  });

  test('to an answer is told as well, and what is no answer is not', async () => {
    const [sent] = await send();
    box.deliver(mail({ 'In-Reply-To': sent.message_id }));
    await look();
    const [first] = await mails('in');
    box.deliver(mail({ 'In-Reply-To': first.message_id, Subject: 'Noch etwas' }));
    box.deliver(mail({ Subject: 'Etwas anderes' }));
    await look();
    expect((await news()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['answer', 'Re: Angebot'],
      ['answer', 'Noch etwas'],
    ]);
  });

  test('is told as its reader has chosen', async () => {
    await office('PUT', '/notifications/choices', { answer: 'none', bounce: 'mail', attendance: 'both' });
    const [sent] = await send();
    box.deliver(mail({ 'In-Reply-To': sent.message_id }));
    box.deliver(report(sent, 'info@mueller.example'));
    await look();
    expect((await news()).map(({ kind, shown, to_mail }) => [kind, shown, to_mail])).toEqual([
      ['answer', false, false],
      ['bounce', false, true],
    ]);
  });
});

describe('what could not be delivered', () => {
  test('is told once for each mail, with all whom it did not reach', async () => {
    const all = ['a@mueller.example', 'b@mueller.example', 'c@mueller.example'];
    const [first] = await send(all);
    box.deliver(report(first, 'b@mueller.example'));
    await look();
    await office('POST', '/notifications/read', {});
    box.deliver(report(first, 'b@mueller.example', 'c@mueller.example'));
    await look();
    expect(await told()).toEqual([[office.id, 'bounce', 'b@mueller.example, c@mueller.example']]);
    expect((await news())[0].read_at).toBeNull();
    await office('POST', '/notifications/read', {});
    box.deliver(report(first, 'b@mueller.example'));
    await look();
    expect((await news())[0].read_at).not.toBeNull();
  });

  test('is told when the server refuses it at once, also several at the same time', async () => {
    for (const name of ['x', 'y', 'z']) post.refused.set(`${name}@mueller.example`, { code: 550, words: 'unbekannt' });
    const sent = await send(['x@mueller.example', 'y@mueller.example', 'z@mueller.example']);
    expect(sent.map(({ state }) => state)).toEqual(['bounced', 'bounced', 'bounced']);
    expect(await told()).toEqual([[office.id, 'bounce', 'x@mueller.example, y@mueller.example, z@mueller.example']]);
  });

  test('and is only put off is told to nobody', async () => {
    post.refused.set('spaeter@mueller.example', { code: 450, words: 'später' });
    const [sent] = await send(['spaeter@mueller.example']);
    expect([sent.state, await told()]).toEqual(['deferred', []]);
  });

  test('of a mail that tells of it begins no loop', async () => {
    await office('PUT', '/notifications/choices', { bounce: 'mail', answer: 'mail' });
    const { rows: users } = await kontor.owner.query('SELECT email FROM users WHERE id = $1', [office.id]);
    post.refused.set(users[0].email, { code: 550, words: 'unbekannt' });
    const [sent] = await send();
    box.deliver(report(sent, 'info@mueller.example'));
    await look();
    expect(await mailNews(kontor.running.engine)).toBe(1);
    kontor.running.engine.outward.wake();
    await settled();
    const [own] = await rows('about_id IS NULL');
    expect([own.to, own.state, own.text.includes('Nicht zugestellt an info@mueller.example')]).toEqual([
      users[0].email,
      'bounced',
      true,
    ]);
    // a report about it, and a machine that answers it
    box.deliver(report({ mail: own.id }, users[0].email));
    box.deliver(mail({ 'In-Reply-To': `<${own.id}@example.de>`, 'Auto-Submitted': 'auto-replied' }));
    await look();
    expect([(await news()).length, await mailNews(kontor.running.engine)]).toEqual([1, 0]);
  });
});

interface Answered {
  uid?: string;
  from?: string;
  attendee?: string;
  organizer?: string;
  state?: string;
  sequence?: number | null;
  stamp?: string;
  method?: string;
  more?: string[];
  headers?: Record<string, string>;
}

/** The answer of a calendar program, as Outlook and Google send it. */
function reply(more: Answered = {}) {
  const from = more.from ?? 'gast@fremd.example';
  const { sequence = 0, method = 'REPLY', stamp = '20260301T100000Z' } = more;
  const calendar = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Fremd//Kalender//DE',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `ORGANIZER;CN="Haus: wir":mailto:${more.organizer ?? 'HAUS@example.de'}`,
    `ATTENDEE;CN="Gast; \r\n und: Freund";PARTSTAT=${more.state ?? 'ACCEPTED'}:MAILTO:${more.attendee ?? from}`,
    `UID:${more.uid ?? `${task}@kontor`}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    `DTSTAMP:${stamp}`,
    'DTSTART;VALUE=DATE:20270301',
    ...(more.more ?? []),
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  return mail(
    {
      From: `Gast <${from}>`,
      Subject: 'Zugesagt: Termin',
      'Content-Type': 'multipart/alternative; boundary=g',
      ...more.headers,
    },
    [
      '--g',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Ich bin dabei.',
      '--g',
      `Content-Type: text/calendar; charset=utf-8; method=${method}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(calendar).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--g--',
    ].join('\r\n'),
  );
}
const attendance = async () => (await mails('out')).map(({ to, attendance: state }) => [to, state]);

describe('the answer to an invitation', () => {
  test('is kept at the copy of who answers, shown in the stream, and told to who invited', async () => {
    await invite(['gast@fremd.example', 'andere@fremd.example']);
    box.deliver(reply());
    await Promise.all([look(), look()]);
    expect(await attendance()).toEqual([
      ['gast@fremd.example', 'accepted'],
      ['andere@fremd.example', null],
    ]);
    expect(await told()).toEqual([[office.id, 'attendance', 'gast@fremd.example hat zugesagt']]);
    // nobody knows the sender, and still the answer belongs to the conversation
    const [came] = await mails('in');
    expect([came.text, came.about_id, came.thread]).toEqual(['Ich bin dabei.', task, (await mails('out'))[0].thread]);
    const { body } = await office('GET', `/tasks/${task}/stream`);
    const shown = body.entries.filter(({ of }: any) => of === 'email_messages').map(({ record }: any) => record);
    expect(shown.map((one: any) => one.attendance).toSorted()).toEqual(['accepted', null, null]);
  });

  test('can change, is not taken back by an older one, and the same twice is told once', async () => {
    await invite(['gast@fremd.example']);
    for (const [state, stamp] of [
      ['TENTATIVE', '20260301T100000Z'],
      ['DECLINED', '20260302T100000Z'],
      ['DECLINED', '20260303T100000Z'],
      ['ACCEPTED', '20260302T120000Z'],
      // from a clock that goes wrong: it holds from now on, and no longer
      ['ACCEPTED', '29990101T000000Z'],
    ] as const) {
      box.deliver(reply({ state, stamp }));
      await look();
    }
    expect(await attendance()).toEqual([['gast@fremd.example', 'accepted']]);
    expect((await mails('out'))[0].attendance_at.getTime()).toBeLessThan(Date.now() + 60_000);
    expect((await news()).map(({ text }) => text)).toEqual(['gast@fremd.example hat zugesagt']);
    expect(await mails('in')).toHaveLength(5);
  });

  test('belongs to the invitation that it names; where it names none, to the last', async () => {
    await invite(['gast@fremd.example']);
    await invite(['gast@fremd.example']);
    box.deliver(reply({ sequence: 0, state: 'DECLINED' }));
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual(['declined', null]);
    box.deliver(reply({ sequence: null }));
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual(['declined', 'accepted']);
  });

  test('that is forged, broken or about something else changes nothing, and what is an answer is kept', async () => {
    await invite(['gast@fremd.example', 'info@mueller.example']);
    const [{ message_id: sent }] = await mails('out');
    const hostile: Answered[] = [
      { from: 'fremd@fremd.example' },
      { attendee: 'info@mueller.example' },
      { organizer: 'chef@fremd.example' },
      { uid: `${customer}@kontor` },
      { uid: 'unsinn@kontor' },
      { uid: `${task}@anders` },
      { sequence: 7 },
      { state: 'DELEGATED' },
      { state: '__proto__' },
      { method: 'REQUEST' },
      { method: 'CANCEL' },
      { more: ['ATTENDEE;PARTSTAT=DECLINED:mailto:info@mueller.example'] },
      { more: [`UID:${customer}@kontor`] },
      { more: ['END:VEVENT', 'BEGIN:VEVENT', 'UID:zwei'] },
      { more: ['RECURRENCE-ID:20270302T080000Z'] },
      { more: ['BEGIN:VEVENT'] },
      { more: Array.from({ length: 20_000 }, (_, line) => `X-${line}:${'x'.repeat(70)}`) },
      { more: Array.from({ length: 30 }, () => 'BEGIN:X') },
      { more: [`X-A;${'B="c":,;='.repeat(300)}`, '\u0000\u0001:', ':::', `${'\r\n '.repeat(2000)}x`], sequence: 9 },
    ];
    for (const one of hostile) box.deliver(reply({ ...one, headers: { 'In-Reply-To': sent, ...one.headers } }));
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual([null, null]);
    expect(await mails('in')).toHaveLength(hostile.length);
    expect(new Set((await news()).map(({ kind }) => kind))).toEqual(new Set(['answer']));
    // from who was invited, but about something else: nobody's business
    box.deliver(reply({ uid: 'geburtstag@fremd.example' }));
    await look();
    expect(await mails('in')).toHaveLength(hostile.length);
    box.deliver(reply());
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual(['accepted', null]);
  });

  test('for all dates of a series counts, whatever it says of single ones besides', async () => {
    await invite(['gast@fremd.example']);
    const single = ['ATTENDEE;PARTSTAT=DECLINED:mailto:gast@fremd.example', 'RECURRENCE-ID:20270302T080000Z'];
    box.deliver(reply({ more: ['END:VEVENT', 'BEGIN:VEVENT', `UID:${task}@kontor`, ...single] }));
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual(['accepted']);
  });

  test('to a mail that never left, or that was withdrawn, is not believed', async () => {
    await invite(['gast@fremd.example']);
    await kontor.owner.query(`UPDATE email_messages SET state = 'cancelled'`);
    box.deliver(reply());
    await look();
    expect((await attendance()).map(([, state]) => state)).toEqual([null]);
  });
});

describe('an answer to all', () => {
  const options = async (answers: string, about = `/customers/${customer}`) =>
    office('GET', `${about}/mail?answers_id=${answers}`);

  test('goes to who wrote and all who got it, nobody twice, and not to ourselves', async () => {
    const [sent] = await send();
    box.deliver(
      mail({
        'In-Reply-To': sent.message_id,
        To: 'Haus <HAUS@example.de>, Otto <otto@mueller.example>, Gruppe: g@mueller.example;',
        Cc: 'OTTO@mueller.example, "Lisa, Lang" <lisa@mueller.example>, info@mueller.example, kaputt@',
      }),
    );
    await look();
    const [came] = await mails('in');
    const { status, body } = await options(came.id);
    expect([status, body.answer_all]).toEqual([
      200,
      {
        to: [
          { email: 'info@mueller.example', name: 'Mia Weiß' },
          { email: 'otto@mueller.example', name: 'Otto' },
          { email: 'g@mueller.example', name: null },
        ],
        cc: [{ email: 'lisa@mueller.example', name: 'Lisa, Lang' }],
      },
    ]);
  });

  test('goes on to the open recipients of what was written here', async () => {
    const recipients = [
      { email: 'a@mueller.example' },
      { email: 'b@mueller.example', role: 'cc' },
      { email: 'heimlich@mueller.example', role: 'bcc' },
    ];
    const sent = await make(`/customers/${customer}/mail`, { subject: 'x', html: '<p>x</p>', recipients }, office);
    expect((await options(sent[2].id)).body.answer_all).toEqual({
      to: [{ email: 'a@mueller.example', name: null }],
      cc: [{ email: 'b@mueller.example', name: null }],
    });
    for (const wrong of ['unsinn', '']) expect((await options(wrong)).status).toBe(422);
    expect((await options(crypto.randomUUID())).status).toBe(404);
    expect((await options(sent[0].id, `/tasks/${task}`)).body.errors).toHaveProperty('answers_id');
    expect((await office('GET', `/customers/${customer}/mail`)).body.answer_all).toBeNull();
  });
});
