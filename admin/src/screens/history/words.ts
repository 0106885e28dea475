import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  by: { de: 'von', en: 'by' },
  by_key: { de: 'API-Schlüssel „{name}“', en: 'API key “{name}”' },
  by_nobody: { de: 'Kontor', en: 'Kontor' },
  create: { de: 'Angelegt', en: 'Created' },
  delete: { de: 'In den Papierkorb gelegt', en: 'Moved to the trash' },
  empty: { de: 'Noch nichts aufgezeichnet', en: 'Nothing recorded yet' },
  empty_text: {
    de: 'Jede Änderung an diesem Eintrag steht künftig hier.',
    en: 'Every change to this record will be listed here.',
  },
  hidden: { de: 'leer', en: 'empty' },
  more: { de: '{count} {count|weiteres Feld|weitere Felder} zeigen', en: 'Show {count} more {count|field|fields}' },
  purge: { de: 'Endgültig gelöscht', en: 'Deleted for good' },
  restore: { de: 'Wiederhergestellt', en: 'Restored' },
  transition: { de: 'Schritt ausgeführt', en: 'Step taken' },
  update: { de: 'Geändert', en: 'Changed' },
  load_older: { de: 'Ältere anzeigen', en: 'Show older' },
  compare: { de: 'Stände vergleichen', en: 'Compare versions' },
  look: { de: 'Mit jetzt vergleichen', en: 'Compare with now' },
  put_back: { de: 'Diesen Stand wiederherstellen', en: 'Restore this version' },
  // comparing
  left: { de: 'Stand', en: 'Version' },
  right: { de: 'verglichen mit', en: 'compared with' },
  as_of: { de: 'Stand vom', en: 'As of' },
  version_label: { de: '{number} · {when} · {who}', en: '{number} · {when} · {who}' },
  version_now: { de: 'Jetzt ({number})', en: 'Now ({number})' },
  all_fields: { de: 'Auch, was gleich ist', en: 'Also what is the same' },
  same: { de: 'Diese beiden Stände unterscheiden sich nicht.', en: 'These two versions do not differ.' },
  field: { de: 'Feld', en: 'Field' },
  close: { de: 'Schließen', en: 'Close' },
  // putting back
  restore_title: { de: 'Stand vom {when} wiederherstellen?', en: 'Restore the version of {when}?' },
  restore_text: {
    de: 'Das ist eine neue Änderung: Der jetzige Stand bleibt im Verlauf.',
    en: 'This is a new change: what is there now stays in the history.',
  },
  restore_none: {
    de: 'Der Eintrag ist schon so, wie er damals war.',
    en: 'The record already is as it was then.',
  },
  restore_action: { de: 'Wiederherstellen', en: 'Restore' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  kept: { de: 'Bleibt, wie es ist:', en: 'Stays as it is:' },
  status: { de: '{field} (ändert sich nur durch Schritte)', en: '{field} (changes by steps only)' },
  secret: { de: '{field} (geheim)', en: '{field} (secret)' },
  read_only: { de: '{field} (setzt Kontor selbst)', en: '{field} (set by Kontor itself)' },
  missing: {
    de: 'Was es nicht mehr gibt, wird ausgelassen: {titles}',
    en: 'What is no more is left out: {titles}',
  },
  missing_unnamed: { de: 'ein Eintrag unter {field}', en: 'a record in {field}' },
  restored: { de: 'Der Stand vom {when} ist wiederhergestellt.', en: 'The version of {when} is restored.' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  problem_inside: { de: 'So nicht mehr möglich.', en: 'Not possible like this any more.' },
  undone: { de: 'Rückgängig gemacht.', en: 'Undone.' },
  was: { de: 'vorher', en: 'before' },
  now: { de: 'jetzt', en: 'now' },
} as const satisfies Texts;

/** The words of the history, in the user's language. */
export const useWords = () => useTexts(words);
