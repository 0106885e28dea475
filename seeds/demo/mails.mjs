import { brands, users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { mailId, notificationId, templateId } from './ids.mjs';

const [newoa, boat, copilot] = brands;

const greeting = '<p>Guten Tag,</p>';
const hello = '<p>Hello,</p>';
const texts = [
  {
    name: 'Angebot nachfassen',
    subject: 'Unser Angebot für {{ customer.name }}',
    body: `${greeting}<p>vor einigen Tagen haben wir Ihnen ein Angebot geschickt. Haben Sie Fragen dazu, oder passt ein anderer Termin besser? Ich melde mich gern zu einer Zeit, die Ihnen passt.</p>`,
  },
  {
    name: 'Angebot nachfassen',
    language: 'en',
    subject: 'Our offer for {{ customer.name }}',
    body: `${hello}<p>a few days ago we sent you an offer. Do you have any questions, or would another date suit you better? I am happy to call at a time of your choice.</p>`,
  },
  {
    name: 'Terminbestätigung',
    brand_id: newoa.id,
    subject: 'Ihr Termin bei {{ brand.name }}',
    body: `${greeting}<p>wir bestätigen Ihnen den vereinbarten Termin. Unter {{ brand.phone }} erreichen Sie uns, falls etwas dazwischenkommt.</p><p>Ihre Kundennummer bei uns: {{ customer.number }}</p>`,
  },
  {
    name: 'Was Sie mitbringen',
    brand_id: boat.id,
    subject: 'Ihr Tag auf dem Wasser: was Sie mitbringen',
    body: `${greeting}<p>bitte denken Sie an wetterfeste Kleidung und Schuhe mit heller Sohle. Schwimmwesten stellen wir. Bei Sturm rufen wir Sie bis 18 Uhr am Vortag an.</p>`,
  },
  {
    name: 'Zugang zur Lernplattform',
    brand_id: copilot.id,
    subject: 'Ihr Zugang zur Lernplattform',
    body: `${greeting}<p>am ersten Tag erhalten alle Teilnehmenden eine Einladung an ihre Arbeitsadresse. Bitte prüfen Sie vorab, ob E-Mails von {{ brand.email }} bei Ihnen ankommen.</p>`,
  },
];

/** What customers wrote back to the first mails, as the mailbox brought it in. */
const answers = [
  {
    to: 0,
    hours: 5,
    lines: [
      'Guten Tag,',
      'danke für die Erinnerung. Der Umfang passt, nur der erste Termin liegt bei uns in den Betriebsferien. Ginge es auch eine Woche später?',
      'Mit freundlichen Grüßen',
    ],
  },
  {
    to: 1,
    hours: 3,
    lines: [
      'Hallo,',
      'wir nehmen das Angebot gern an. Bitte schicken Sie die Rechnung an unsere Buchhaltung, die Bestellnummer folgt morgen.',
      'Viele Grüße',
    ],
  },
];

const states = [
  { state: 'sent', ago: -12, attempts: 1 },
  { state: 'sent', ago: -9, attempts: 2 },
  { state: 'bounced', ago: -6, attempts: 1, error: '550 5.1.1 Recipient address rejected: User unknown' },
  { state: 'deferred', ago: -1, attempts: 3, error: '451 4.7.1 Greylisted, please try again later' },
  { state: 'cancelled', ago: -3, attempts: 0 },
  { state: 'queued', ago: 0, attempts: 0 },
];

/** Notifications of mails are counted apart from those that are there already. */
const firstNews = 100;

/** What whoever wrote a mail is told of it. */
const newsOf = (counter, kind, written, { message, text, at, read = false }) => ({
  id: notificationId(firstNews + counter),
  user_id: written.created_by,
  kind,
  subject_resource: written.about_resource,
  subject_id: written.about_id,
  message_id: message.id,
  text,
  shown: true,
  to_mail: false,
  read_at: read ? new Date().toISOString() : null,
  created_at: at,
});

/** An invitation to the date of a task, which two have answered and one has not. */
function invitation(chance, customers, tasks) {
  const today = new Date().toISOString().slice(0, 10);
  const about = tasks.find(
    ({ due_on: due, subject_resource: of, status }) => due > today && of === 'customers' && status === 'open',
  );
  const guests = customers.filter(({ status, email }) => status === 'active' && email).slice(10, 13);
  const at = officeTime(chance, -4);
  const later = (hours) => new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();
  const states = ['accepted', 'declined', null];
  const first = mailId(30);
  const text = 'Guten Tag,\n\nden Termin finden Sie anbei. Bitte sagen Sie uns kurz, ob Sie dabei sind.';
  const copies = guests.map((guest, i) => ({
    id: mailId(30 + i),
    direction: 'out',
    thread: first,
    to: guest.email,
    to_name: guest.name.slice(0, 120),
    role: 'to',
    subject: `Einladung: ${about.name}`.slice(0, 200),
    text,
    html: `<p>${text.replace('\n\n', '</p><p>')}</p>`,
    about_resource: 'tasks',
    about_id: about.id,
    customer_id: about.subject_id,
    brand_id: about.brand_id ?? newoa.id,
    mail: first,
    invitation: 'request',
    appointment: {
      method: 'request',
      uid: `${about.id}@kontor`,
      sequence: 0,
      title: about.name,
      from: about.due_on,
      to: null,
      all_day: true,
    },
    attendance: states[i],
    attendance_at: states[i] && later(2 + i),
    state: 'sent',
    attempts: 1,
    sent_at: at,
    created_at: at,
    created_by: users[0].id,
  }));
  const [yes, no] = copies;
  const words = [
    [yes, 'Zugesagt', 'Ich bin dabei.', 'hat zugesagt'],
    [no, 'Abgelehnt', 'Leider bin ich an dem Tag unterwegs.', 'hat abgesagt'],
  ];
  const answered = words.map(([copy, mark, said], i) => ({
    id: mailId(40 + i),
    direction: 'in',
    from: copy.to,
    from_name: copy.to_name,
    to: newoa.email,
    role: 'to',
    subject: `${mark}: ${copy.subject}`.slice(0, 200),
    text: said,
    about_resource: copy.about_resource,
    about_id: copy.about_id,
    customer_id: copy.customer_id,
    brand_id: copy.brand_id,
    mail: mailId(40 + i),
    thread: first,
    state: 'received',
    attempts: 0,
    received_at: copy.attendance_at,
    created_at: copy.attendance_at,
  }));
  const news = words.map(([copy, , , told], i) =>
    newsOf(10 + i, 'attendance', copy, { message: copy, text: `${copy.to_name} ${told}`, at: copy.attendance_at }),
  );
  return { copies, answered, news };
}

/** Texts of the three brands, mails to customers in every state a mail can have, and an invitation that was answered. */
export async function mails(chance, seeder, customers, tasks) {
  await seeder.insert(
    'email_templates',
    texts.map((text, i) => ({ language: 'de', resource: 'customers', active: true, ...text, id: templateId(i + 1) })),
  );
  const written = customers.filter(({ status, email }) => status === 'active' && email).slice(0, states.length);
  const rows = written.map((customer, i) => {
    const { state, ago, attempts, error } = states[i];
    const at = officeTime(chance, ago);
    const text = texts[0];
    const body = 'Guten Tag,\n\nvor einigen Tagen haben wir Ihnen ein Angebot geschickt. Haben Sie Fragen dazu?';
    const waits = state === 'deferred' || state === 'queued';
    return {
      id: mailId(i + 1),
      direction: 'out',
      thread: mailId(i + 1),
      to: customer.email,
      to_name: customer.name.slice(0, 120),
      role: 'to',
      subject: text.subject.replace('{{ customer.name }}', customer.name).slice(0, 200),
      text: body,
      html: `<p>${body.replace('\n\n', '</p><p>')}</p>`,
      about_resource: 'customers',
      about_id: customer.id,
      customer_id: customer.id,
      brand_id: customer.brand_ids?.[0] ?? newoa.id,
      template_id: templateId(1),
      mail: mailId(i + 1),
      state,
      attempts,
      next_attempt_at: waits ? new Date(Date.now() + 4 * 3_600_000).toISOString() : null,
      sent_at: state === 'sent' ? at : null,
      error: error ?? null,
      created_at: at,
      created_by: users[state === 'bounced' ? 0 : i % 3].id,
    };
  });
  await seeder.insert('email_messages', rows);
  const came = answers.map(({ to, hours, lines }, i) => {
    const first = rows[to];
    // some hours after what it answers
    const at = new Date(new Date(first.sent_at).getTime() + hours * 3_600_000).toISOString();
    return {
      id: mailId(rows.length + i + 1),
      direction: 'in',
      from: first.to,
      from_name: first.to_name,
      to: brands.find(({ id }) => id === first.brand_id)?.email ?? newoa.email,
      role: 'to',
      subject: `AW: ${first.subject}`.slice(0, 200),
      text: lines.join('\n\n'),
      html: lines.map((line) => `<p>${line}</p>`).join(''),
      about_resource: first.about_resource,
      about_id: first.about_id,
      customer_id: first.customer_id,
      brand_id: first.brand_id,
      mail: mailId(rows.length + i + 1),
      thread: first.thread,
      message_id: `<antwort-${i + 1}@kunde.example>`,
      others: i === 0 ? [{ role: 'cc', name: 'Buchhaltung', email: 'buchhaltung@kunde.example' }] : null,
      state: 'received',
      attempts: 0,
      received_at: at,
      created_at: at,
    };
  });
  await seeder.insert('email_messages', came);
  // the order that came along with the second answer is a file as it comes from elsewhere: no document of that customer
  const [, order] = came;
  await seeder.execute(
    `INSERT INTO email_attachments (id, message_id, file_id, name, media_type, size)
     SELECT '${mailId(50)}', '${order.id}', f.id, 'Bestellung.pdf', f.media_type, f.size FROM files f
     WHERE f.media_type = 'application/pdf' AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.file_id = f.id AND d.subject_id = '${order.about_id}')
     ORDER BY f.id LIMIT 1`,
  );
  const invited = invitation(chance, customers, tasks);
  await seeder.insert('email_messages', invited.copies);
  await seeder.insert('email_messages', invited.answered);
  const lost = rows.find(({ state }) => state === 'bounced');
  await seeder.insert('notifications', [
    ...came.map((message, i) =>
      newsOf(i, 'answer', rows[answers[i].to], { message, text: message.from_name, at: message.created_at }),
    ),
    newsOf(5, 'bounce', lost, { message: lost, text: lost.to, at: lost.created_at }),
    ...invited.news,
  ]);
}
