import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  choice,
  datetime,
  email,
  integer,
  json,
  lines,
  reference,
  richText,
  secret,
  subject,
  text,
} from '../../kinds/index.ts';

/** Where the text of a message shows its link. The link itself is a secret of its own, so that the text can be read by others. */
export const linkPlaceholder = '{{ link }}';

/**
 * What goes out and what came in. The outbox is written in the transaction of what a message tells, and sent after it: one row
 * for each recipient, so that each has a state of its own; the copies of one mail share `mail`. An answer is one row with
 * `direction` `in`. What belongs to one conversation shares `thread`.
 */
export const emailMessages = defineResource({
  name: 'email_messages',
  label: { de: ['E-Mail', 'E-Mails'], en: ['E-mail', 'E-mails'] },
  icon: 'mail',
  title: ['subject'],
  fields: {
    direction: choice(
      { de: 'Richtung', en: 'Direction' },
      { out: { de: 'Ausgang', en: 'Outgoing' }, in: { de: 'Eingang', en: 'Incoming' } },
      { required: true, default: 'out' },
    ),
    from: email({ de: 'Von', en: 'From' }, { search: 'A' }),
    from_name: text({ de: 'Absender', en: 'Sender' }, { max: 120 }),
    to: email({ de: 'An', en: 'To' }, { required: true, search: 'A' }),
    to_name: text({ de: 'Name', en: 'Name' }, { max: 120 }),
    role: choice(
      { de: 'Empfangen als', en: 'Received as' },
      {
        to: { de: 'An', en: 'To' },
        cc: { de: 'Kopie', en: 'Copy' },
        bcc: { de: 'Blindkopie', en: 'Blind copy' },
      },
      { required: true, default: 'to' },
    ),
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200, search: 'A' }),
    text: text({ de: 'Text', en: 'Text' }, { required: true, multiline: true, max: 200_000 }),
    html: richText({ de: 'Nachricht', en: 'Message' }),
    attachments: lines(
      { de: 'Anhänge', en: 'Attachments' },
      { of: 'email_attachments', by: 'message_id', readOnly: true },
    ),
    about: subject({ de: 'Zu', en: 'About' }, { of: 'mailable', onDelete: 'cascade' }),
    customer_id: reference('Kunde', { to: 'customers', onDelete: 'set_null', covers: 'about' }),
    brand_id: reference('Marke', { to: 'brands', onDelete: 'set_null' }),
    reply_to: email({ de: 'Antworten an', en: 'Replies to' }),
    template_id: reference({ de: 'Vorlage', en: 'Template' }, { to: 'email_templates', onDelete: 'set_null' }),
    account_id: reference({ de: 'Konto', en: 'Account' }, { to: 'email_accounts', onDelete: 'set_null' }),
    mail: text({ de: 'Sendung', en: 'Mail' }, { max: 36, hidden: true }),
    /** The conversation: the first mail of it. */
    thread: text({ de: 'Gespräch', en: 'Conversation' }, { max: 36, hidden: true }),
    message_id: text('Message-ID', { max: 500, hidden: true }),
    references: text({ de: 'Frühere Nachrichten', en: 'Earlier messages' }, { max: 8000, hidden: true }),
    /** What came in is there once for each account: a digest of its Message-ID, or of all of it where it has none. */
    received_id: text({ de: 'Eingang', en: 'Received as' }, { max: 110, hidden: true, unique: true }),
    invitation: choice(
      { de: 'Termin', en: 'Appointment' },
      { request: { de: 'Einladung', en: 'Invitation' }, cancel: { de: 'Absage', en: 'Cancellation' } },
    ),
    /** What calendar programs are told, fixed when the mail is written; the organiser is who sends it. */
    appointment: json({ de: 'Daten des Termins', en: 'Data of the appointment' }, { hidden: true, examples: [{}] }),
    /** What an invited person has answered by their calendar program, and when; it stands at the copy that invited them. */
    attendance: choice(
      { de: 'Zusage', en: 'Attendance' },
      {
        accepted: { de: 'Zugesagt', en: 'Accepted' },
        tentative: { de: 'Vorläufig zugesagt', en: 'Tentative' },
        declined: { de: 'Abgesagt', en: 'Declined' },
      },
    ),
    attendance_at: datetime({ de: 'Zusage vom', en: 'Attendance of' }),
    /** Who else got a mail that came in: `{ role, name, email }`, without ourselves. */
    others: json({ de: 'Auch an', en: 'Also to' }, { hidden: true, examples: [[]] }),
    link: secret({ de: 'Persönlicher Link', en: 'Personal link' }),
    state: choice(
      { de: 'Zustand', en: 'State' },
      {
        queued: { de: 'Wartet', en: 'Waiting' },
        deferred: { de: 'Aufgeschoben', en: 'Deferred' },
        sent: { de: 'Gesendet', en: 'Sent' },
        failed: { de: 'Gescheitert', en: 'Failed' },
        bounced: { de: 'Unzustellbar', en: 'Bounced' },
        expired: { de: 'Verfallen', en: 'Expired' },
        cancelled: { de: 'Zurückgezogen', en: 'Withdrawn' },
        received: { de: 'Empfangen', en: 'Received' },
      },
      {
        required: true,
        default: 'queued',
        tones: {
          queued: 'warning',
          deferred: 'warning',
          sent: 'success',
          failed: 'error',
          bounced: 'error',
          expired: 'error',
          received: 'info',
        },
      },
    ),
    attempts: integer({ de: 'Versuche', en: 'Attempts' }, { required: true, default: 0, total: false }),
    next_attempt_at: datetime({ de: 'Nächster Versuch', en: 'Next attempt' }),
    expires_at: datetime({ de: 'Nutzlos nach', en: 'Useless after' }),
    sent_at: datetime({ de: 'Gesendet am', en: 'Sent at' }),
    received_at: datetime({ de: 'Empfangen am', en: 'Received at' }),
    error: text({ de: 'Antwort des Mailservers', en: 'Words of the mail server' }, { multiline: true, max: 2000 }),
  },
  actions: {
    retry: { label: { de: 'Erneut senden', en: 'Send again' }, icon: 'outbox' },
    cancel: { label: { de: 'Nicht senden', en: 'Do not send' }, icon: 'block' },
  },
  scopes: {
    /** What people have written about records they see, for brands of theirs. */
    brand: {
      and: [
        { about_id: { null: false } },
        { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] },
      ],
    },
    /** Kontor's own messages: invitations, alerts. */
    system: { about_id: { null: true } },
  },
  list: {
    columns: [
      'created_at',
      'direction',
      'state',
      'subject',
      'from_name',
      'to',
      'created_by',
      'sent_at',
      'error',
      'about',
    ],
    filters: ['direction', 'state', 'from', 'to', 'brand_id', 'customer_id', 'created_by'],
    sort: ['created_at', 'DESC'],
  },
  form: {
    Nachricht: [
      'direction',
      'from',
      'from_name',
      'to',
      'to_name',
      'role',
      'subject',
      'html',
      'attachments',
      'text',
      'link',
    ],
    Bezug: ['about', 'customer_id', 'brand_id', 'template_id', 'invitation', 'attendance', 'attendance_at'],
    Versand: [
      'state',
      'attempts',
      'next_attempt_at',
      'sent_at',
      'received_at',
      'expires_at',
      'error',
      'reply_to',
      'account_id',
    ],
  },
  sections: { Nachricht: 'Message', Bezug: 'Belongs to', Versand: 'Delivery' },
  stream: { at: 'created_at', text: 'subject', sort: 'state', who: 'from_name', result: 'attendance' },
  indices: [['state', 'next_attempt_at'], ['mail'], ['thread', 'created_at'], ['message_id']],
  internal: true,
});
