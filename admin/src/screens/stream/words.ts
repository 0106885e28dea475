import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Aktivität', en: 'Activity' },
  all: { de: 'Alles', en: 'Everything' },
  changes: { de: 'Änderungen', en: 'Changes' },
  kinds: { de: 'Was gezeigt wird', en: 'What is shown' },
  empty: { de: 'Noch ist nichts geschehen', en: 'Nothing has happened yet' },
  empty_text: {
    de: 'Notizen, Telefonate, Aufgaben und Änderungen stehen künftig hier.',
    en: 'Notes, calls, tasks and changes will be listed here.',
  },
  older: { de: 'Ältere anzeigen', en: 'Show older' },
  write: { de: '{name} schreiben', en: 'Write: {name}' },
  placeholder: { de: 'Was gibt es festzuhalten?', en: 'What is there to note down?' },
  sort: { de: 'Art des Eintrags', en: 'Sort of entry' },
  add: { de: 'Eintragen', en: 'Add' },
  hint: { de: '@ erwähnt jemanden, Strg+Enter trägt ein', en: '@ mentions somebody, Ctrl+Enter adds it' },
  by_nobody: { de: 'Kontor', en: 'Kontor' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  added: { de: 'Eingetragen.', en: 'Added.' },
} as const satisfies Texts;

/** The words of the stream, in the user's language. */
export const useWords = () => useTexts(words);
