import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  done: { de: '„{title}“ ist jetzt: {state}.', en: '“{title}” is now: {state}.' },
  empty: { de: 'Keine Einträge', en: 'No records' },
  dropped: {
    de: 'Die Karte ist abgelegt: Spalte „{state}“, Platz {place}.',
    en: 'The card is dropped: column “{state}”, place {place}.',
  },
  lifted: {
    de: 'Die Karte ist aufgehoben: Spalte „{state}“, Platz {place}.',
    en: 'The card is lifted: column “{state}”, place {place}.',
  },
  load_error: { de: 'Diese Spalte konnte nicht geladen werden.', en: 'This column could not be loaded.' },
  nowhere: { de: 'Hier kann die Karte nicht abgelegt werden.', en: 'The card can not be dropped here.' },
  no_step: { de: 'Kein Schritt führt hierher', en: 'No step leads here' },
  not_moved: { de: '„{title}“ wurde nicht verschoben: {reason}', en: '“{title}” was not moved: {reason}' },
  open: { de: 'Öffnen', en: 'Open' },
  over: { de: 'Spalte „{state}“, Platz {place}.', en: 'Column “{state}”, place {place}.' },
  returned: {
    de: 'Die Karte liegt wieder an ihrem Platz: Spalte „{state}“, Platz {place}.',
    en: 'The card is back in its place: column “{state}”, place {place}.',
  },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  create_in: { de: 'In „{state}“ anlegen', en: 'Create in “{state}”' },
  usage: {
    de: 'Leertaste hebt die Karte auf, Pfeiltasten verschieben sie, Leertaste legt sie ab, Esc bricht ab.',
    en: 'Space lifts the card, arrow keys move it, space drops it, Esc cancels.',
  },
} as const satisfies Texts;

/** The words of boards, in the user's language. */
export const useWords = () => useTexts(words);
