import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  remind: { de: 'Erinnern', en: 'Remind me' },
  title: { de: 'An „{title}“ erinnern', en: 'Remind me of “{title}”' },
  when: { de: 'Wann', en: 'When' },
  hour: { de: 'In einer Stunde', en: 'In an hour' },
  tonight: { de: 'Heute Abend', en: 'This evening' },
  tomorrow: { de: 'Morgen', en: 'Tomorrow' },
  next_week: { de: 'Nächste Woche', en: 'Next week' },
  pass_on: { de: 'Weitergeben, wenn ich nicht reagiere …', en: 'Pass on if I do not react …' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  set: { de: 'Erinnerung anlegen', en: 'Set reminder' },
  said: { de: 'Kontor erinnert Sie am {at}.', en: 'Kontor reminds you on {at}.' },
  undo: { de: 'Rückgängig', en: 'Undo' },
} satisfies Texts;

export const useWords = () => useTexts(words);
