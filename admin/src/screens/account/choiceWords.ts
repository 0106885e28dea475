import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Benachrichtigungen', en: 'Notifications' },
  text: {
    de: 'Wählen Sie, worüber Sie in Kontor (mit der Glocke) und worüber Sie per E-Mail hören. Was Sie wählen, gilt ab sofort.',
    en: 'Choose what you hear of in Kontor (by the bell) and what by e-mail. What you choose holds from now on.',
  },
  assigned: { de: 'Ihnen zugewiesen', en: 'Assigned to you' },
  assigned_help: { de: 'Jemand macht Sie zuständig', en: 'Somebody makes you responsible' },
  due: { de: 'Bald fällig', en: 'Due soon' },
  due_help: { de: 'Heute oder morgen fällig', en: 'Due today or tomorrow' },
  overdue: { de: 'Überfällig', en: 'Overdue' },
  overdue_help: { de: 'Das Datum ist vorbei, und es ist noch offen', en: 'The date has passed, and it is still open' },
  mention: { de: 'Erwähnt', en: 'Mentioned' },
  mention_help: { de: 'Jemand schreibt @ und Ihren Namen', en: 'Somebody writes @ and your name' },
  rule: { de: 'Hinweise von Regeln', en: 'Hints of rules' },
  rule_help: { de: 'Was eine Regel Ihnen mitteilen soll', en: 'What a rule is to tell you' },
  answer: { de: 'Antworten auf E-Mails', en: 'Answers to e-mails' },
  answer_help: { de: 'Auf das, was Sie geschrieben haben', en: 'To what you have written' },
  bounce: { de: 'Nicht zugestellte E-Mails', en: 'Undelivered e-mails' },
  bounce_help: { de: 'Was Sie geschrieben haben, kam nicht an', en: 'What you have written did not arrive' },
  attendance: { de: 'Zu- und Absagen', en: 'Answers to invitations' },
  attendance_help: { de: 'Jemand beantwortet Ihre Einladung', en: 'Somebody answers your invitation' },
  reminder: { de: 'Erinnerungen', en: 'Reminders' },
  reminder_help: { de: 'Woran Sie erinnert werden wollen', en: 'What you want to be reminded of' },
  app: { de: 'In Kontor', en: 'In Kontor' },
  mail: { de: 'Per E-Mail', en: 'By e-mail' },
  both: { de: 'Beides', en: 'Both' },
  none: { de: 'Gar nicht', en: 'Not at all' },
  digest: { de: 'Tagesübersicht per E-Mail', en: 'Daily digest by e-mail' },
  digest_help: {
    de: 'Was fällig ist, Erinnerungen und Ungelesenes; nur wenn etwas offen ist',
    en: 'What is due, reminders and unread notifications; only if something is open',
  },
  no_digest: { de: 'Keine', en: 'None' },
  at: { de: 'Um {hour} Uhr', en: 'At {hour}:00' },
  kept: { de: 'Gespeichert.', en: 'Saved.' },
} satisfies Texts;

export const useChoiceWords = () => useTexts(words);
