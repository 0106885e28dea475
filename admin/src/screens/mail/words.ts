import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  write: { de: 'E-Mail schreiben', en: 'Write an e-mail' },
  title: { de: 'E-Mail zu „{title}“', en: 'E-mail about “{title}”' },
  brand: { de: 'Im Namen von', en: 'On behalf of' },
  no_brand: { de: 'Ohne Marke', en: 'No brand' },
  template: { de: 'Vorlage', en: 'Template' },
  no_template: { de: 'Ohne Vorlage', en: 'No template' },
  to: { de: 'An', en: 'To' },
  cc: { de: 'Kopie', en: 'Copy' },
  bcc: { de: 'Blindkopie', en: 'Blind copy' },
  more: { de: 'Kopie oder Blindkopie', en: 'Copy or blind copy' },
  attachments: { de: 'Anhänge', en: 'Attachments' },
  attach_document: { de: 'Dokument anhängen', en: 'Attach a document' },
  attach_file: { de: 'Datei hochladen', en: 'Upload a file' },
  attach_letter: { de: 'Schreiben als PDF', en: 'Letter as PDF' },
  along: { de: 'Anhänge: {names}', en: 'Attachments: {names}' },
  appointment: { de: 'Termin', en: 'Appointment' },
  no_appointment: { de: 'Ohne Termin', en: 'No appointment' },
  invite: { de: 'Termin mitsenden ({when})', en: 'Send the appointment along ({when})' },
  call_off: { de: 'Termin absagen ({when})', en: 'Call the appointment off ({when})' },
  preview: { de: 'Vorschau', en: 'Preview' },
  from: { de: 'Von: {from}', en: 'From: {from}' },
  from_unknown: {
    de: 'Es ist noch kein E-Mail-Konto eingerichtet: Die Nachricht wartet, bis es eines gibt.',
    en: 'No e-mail account has been set up yet: the message waits until there is one.',
  },
  subject: { de: 'Betreff: {subject}', en: 'Subject: {subject}' },
  draft_to: { de: 'An: {to}', en: 'To: {to}' },
  draft_of: { de: '{index} von {count}', en: '{index} of {count}' },
  draft_before: { de: 'Vorige E-Mail', en: 'Previous e-mail' },
  draft_after: { de: 'Nächste E-Mail', en: 'Next e-mail' },
  no_drafts: { de: 'Es würde keine E-Mail geschrieben.', en: 'No e-mail would be written.' },
  dated_request: { de: 'Der Termin geht als Einladung mit.', en: 'The date goes along as an invitation.' },
  dated_cancel: { de: 'Der Termin wird damit abgesagt.', en: 'The date is called off with it.' },
  send: { de: 'Senden', en: 'Send' },
  clear: { de: 'Leeren', en: 'Clear' },
  sent: {
    de: 'Die E-Mail an {to} geht in {seconds} Sekunden hinaus.',
    en: 'The e-mail to {to} leaves in {seconds} seconds.',
  },
  others: { de: '{first} und {count} weitere', en: '{first} and {count} more' },
  undo: { de: 'Zurückziehen', en: 'Withdraw' },
  withdrawn: { de: 'Die E-Mail ist zurückgezogen.', en: 'The e-mail is withdrawn.' },
} as const satisfies Texts;

/** The words of writing mails, in the user's language. */
export const useWords = () => useTexts(words);
