import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  preview: { de: 'Vorschau', en: 'Preview' },
  nothing: { de: 'Es würde sich nichts ändern.', en: 'Nothing would change.' },
  count: {
    de: '{count} {count|Eintrag würde|Einträge würden} sich ändern:',
    en: '{count} {count|record|records} would change:',
  },
  more: { de: 'und {count} {count|weiterer|weitere}', en: 'and {count} more' },
  unnamed: { de: 'ein Eintrag', en: 'a record' },
  create: { de: 'angelegt', en: 'created' },
  update: { de: 'geändert', en: 'changed' },
  transition: { de: 'geändert', en: 'changed' },
  delete: { de: 'in den Papierkorb gelegt', en: 'moved to the trash' },
  restore: { de: 'wiederhergestellt', en: 'restored' },
  purge: { de: 'endgültig gelöscht', en: 'deleted for good' },
  besides: { de: 'Mit betroffen: {places}.', en: 'Also affected: {places}.' },
  place: { de: '{count} {name} ({operation})', en: '{count} {name} ({operation})' },
} as const satisfies Texts;

/** The words of previews, in the user's language. */
export const useWords = () => useTexts(words);
