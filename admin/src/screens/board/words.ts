import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  done: { de: '„{title}“ ist jetzt: {state}.', en: '“{title}” is now: {state}.' },
  empty: { de: 'Keine Einträge', en: 'No records' },
  load_error: { de: 'Diese Spalte konnte nicht geladen werden.', en: 'This column could not be loaded.' },
  no_step: { de: 'Kein Schritt führt hierher', en: 'No step leads here' },
  not_moved: { de: '„{title}“ wurde nicht verschoben: {reason}', en: '“{title}” was not moved: {reason}' },
  open: { de: 'Öffnen', en: 'Open' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  create_in: { de: 'In „{state}“ anlegen', en: 'Create in “{state}”' },
  usage: {
    de: 'Leertaste hebt die Karte auf, Pfeiltasten verschieben sie, Leertaste legt sie ab, Esc bricht ab.',
    en: 'Space lifts the card, arrow keys move it, space drops it, Esc cancels.',
  },
} as const satisfies Texts;

/** The words of boards, in the user's language. */
export const useWords = () => useTexts(words);
