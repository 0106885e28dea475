import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Rechte erklären', en: 'Explain permissions' },
  text: {
    de: 'Wer darf was, und warum? Wählen Sie, worum es geht; die Antwort nennt jede Rolle und Freigabe, die davon spricht.',
    en: 'Who may do what, and why? Choose what it is about; the answer names each role and share that speaks of it.',
  },
  user: { de: 'Benutzer', en: 'User' },
  resource: { de: 'Bereich', en: 'Area' },
  operation: { de: 'Vorgang', en: 'Operation' },
  record: { de: 'Datensatz (wenn es um einen bestimmten geht)', en: 'Record (if it is about a certain one)' },
  field: { de: 'Feld (wenn es um ein bestimmtes geht)', en: 'Field (if it is about a certain one)' },
  any: { de: 'Alle', en: 'All' },
  lines: { de: 'Was davon spricht', en: 'What speaks of it' },
  no_lines: { de: 'Keine Rolle und keine Freigabe spricht davon.', en: 'No role and no share speaks of it.' },
  read: { de: 'Ansehen', en: 'View' },
  create: { de: 'Anlegen', en: 'Create' },
  update: { de: 'Ändern', en: 'Change' },
  delete: { de: 'Löschen', en: 'Delete' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  import: { de: 'Importieren', en: 'Import' },
  export: { de: 'Exportieren', en: 'Export' },
} satisfies Texts;

export const useExplainWords = () => useTexts(words);
