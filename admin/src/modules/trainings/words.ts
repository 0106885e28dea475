import { useTexts } from '../../app/texts.ts';

const texts = {
  call_note: { de: 'Telefonnotiz', en: 'Call note' },
  decide: { de: 'Entscheidung am {day}', en: 'Decision on {day}' },
  decide_past: { de: 'Entscheidung war am {day} fällig', en: 'The decision was due on {day}' },
  of_least: { de: '{count} von mindestens {least} angemeldet', en: '{count} of at least {least} enrolled' },
  enrolled: { de: '{count} angemeldet', en: '{count} enrolled' },
  no_go: { de: 'Absagen', en: 'Cancel the training' },
  untold: {
    de: 'Die Absage ist noch nicht mitgeteilt. E-Mails an Teilnehmende, Kunde und Trainer sind vorbereitet.',
    en: 'Nobody was told of the cancellation yet. E-mails to participants, customer and trainers are prepared.',
  },
  tell: { de: 'Absage schreiben', en: 'Write the cancellation' },
} as const;

export const useWords = () => useTexts(texts);
