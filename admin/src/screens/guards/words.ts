import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  close: { de: 'Schließen', en: 'Close' },
  missing: { de: 'Für „{step}“ fehlt noch:', en: 'Still missing for “{step}”:' },
  less: { de: 'Weniger zeigen', en: 'Show less' },
  more: { de: 'Alle {count} zeigen', en: 'Show all {count}' },
  not_moved: { de: '„{title}“ wurde nicht verschoben', en: '“{title}” was not moved' },
  open: { de: 'Öffnen', en: 'Open' },
} as const satisfies Texts;

/** The words of what is missing for a step, in the user's language. */
export const useWords = () => useTexts(words);
