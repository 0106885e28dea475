import { operationWords } from '@kontor/shared';
import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Rechte erklären', en: 'Explain permissions' },
  text: {
    de: 'Wer darf was, und warum? Wählen Sie, worum es geht; die Antwort nennt jede Rolle und Freigabe, die etwas dazu sagt.',
    en: 'Who may do what, and why? Choose what it is about; the answer names each role and share that has something to say.',
  },
  user: { de: 'Benutzer', en: 'User' },
  resource: { de: 'Bereich', en: 'Area' },
  operation: { de: 'Vorgang', en: 'Operation' },
  record: { de: 'Datensatz (wenn es um einen bestimmten geht)', en: 'Record (if it is about a certain one)' },
  field: { de: 'Feld (wenn es um ein bestimmtes geht)', en: 'Field (if it is about a certain one)' },
  any: { de: 'Alle', en: 'All' },
  lines: { de: 'Was dafür und dagegen spricht', en: 'What speaks for and against it' },
  no_lines: { de: 'Keine Rolle und keine Freigabe sagt etwas dazu.', en: 'No role and no share has something to say.' },
  ...operationWords,
} satisfies Texts;

export const useExplainWords = () => useTexts(words);
