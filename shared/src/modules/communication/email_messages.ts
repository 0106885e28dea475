import { defineResource } from '../../define/resource.ts';
import { choice, datetime, email, integer, secret, text } from '../../kinds/index.ts';

/** Where the text of a message shows its link. The link itself is a secret of its own, so that the text can be read by others. */
export const linkPlaceholder = '{{ link }}';

/** The outbox: written in the transaction of what a message tells, sent after it. */
export const emailMessages = defineResource({
  name: 'email_messages',
  label: { de: ['E-Mail', 'Postausgang'], en: ['E-mail', 'Outbox'] },
  icon: 'outbox',
  title: ['subject'],
  fields: {
    to: email({ de: 'An', en: 'To' }, { required: true, search: 'A' }),
    to_name: text({ de: 'Name', en: 'Name' }, { max: 120 }),
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200, search: 'A' }),
    text: text({ de: 'Text', en: 'Text' }, { required: true, multiline: true }),
    link: secret({ de: 'Persönlicher Link', en: 'Personal link' }),
    state: choice(
      { de: 'Zustand', en: 'State' },
      {
        queued: { de: 'Wartet', en: 'Waiting' },
        sent: { de: 'Gesendet', en: 'Sent' },
        failed: { de: 'Gescheitert', en: 'Failed' },
        expired: { de: 'Verfallen', en: 'Expired' },
      },
      { required: true, default: 'queued' },
    ),
    attempts: integer({ de: 'Versuche', en: 'Attempts' }, { required: true, default: 0 }),
    next_attempt_at: datetime({ de: 'Nächster Versuch', en: 'Next attempt' }),
    expires_at: datetime({ de: 'Nutzlos nach', en: 'Useless after' }),
    sent_at: datetime({ de: 'Gesendet am', en: 'Sent at' }),
    error: text({ de: 'Antwort des Mailservers', en: 'Words of the mail server' }, { multiline: true, max: 2000 }),
  },
  actions: {
    retry: { label: { de: 'Erneut senden', en: 'Send again' }, icon: 'outbox' },
  },
  list: {
    columns: ['created_at', 'to', 'subject', 'state', 'sent_at', 'error'],
    filters: ['state', 'to'],
    sort: ['created_at', 'DESC'],
  },
  form: {
    Nachricht: ['to', 'to_name', 'subject', 'text', 'link'],
    Versand: ['state', 'attempts', 'next_attempt_at', 'sent_at', 'expires_at', 'error'],
  },
  sections: { Nachricht: 'Message', Versand: 'Delivery' },
  indices: [['state', 'next_attempt_at']],
  internal: true,
});
