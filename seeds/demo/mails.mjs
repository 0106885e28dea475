import { brands, users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { mailId, templateId } from './ids.mjs';

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

/** Texts of the three brands, and mails to customers in every state a mail can have. */
export async function mails(chance, seeder, customers) {
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
      created_by: users[i % 3].id,
    };
  });
  await seeder.insert('email_messages', rows);
  await seeder.insert(
    'email_messages',
    answers.map(({ to, hours, lines }, i) => {
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
        state: 'received',
        attempts: 0,
        received_at: at,
        created_at: at,
      };
    }),
  );
}
