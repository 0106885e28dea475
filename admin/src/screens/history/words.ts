import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  by: { de: 'von', en: 'by' },
  by_nobody: { de: 'Kontor', en: 'Kontor' },
  create: { de: 'Angelegt', en: 'Created' },
  delete: { de: 'In den Papierkorb gelegt', en: 'Moved to the trash' },
  empty: { de: 'Noch nichts aufgezeichnet', en: 'Nothing recorded yet' },
  empty_text: {
    de: 'Jede Änderung an diesem Eintrag steht künftig hier.',
    en: 'Every change to this record will be listed here.',
  },
  hidden: { de: 'leer', en: 'empty' },
  more: { de: '{count} weitere {count|Feld|Felder} zeigen', en: 'Show {count} more {count|field|fields}' },
  purge: { de: 'Endgültig gelöscht', en: 'Deleted for good' },
  restore: { de: 'Wiederhergestellt', en: 'Restored' },
  transition: { de: 'Schritt ausgeführt', en: 'Step taken' },
  update: { de: 'Geändert', en: 'Changed' },
  was: { de: 'vorher', en: 'before' },
  now: { de: 'jetzt', en: 'now' },
} as const satisfies Texts;

/** The words of the history, in the user's language. */
export const useWords = () => useTexts(words);
