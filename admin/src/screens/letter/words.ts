import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  write: { de: 'Schreiben erstellen', en: 'Write a letter' },
  title: { de: 'Schreiben zu „{title}“', en: 'Letter about “{title}”' },
  brand: { de: 'Briefpapier von', en: 'Letterhead of' },
  template: { de: 'Vorlage', en: 'Template' },
  no_template: { de: 'Ohne Vorlage', en: 'No template' },
  preview: { de: 'Vorschau', en: 'Preview' },
  open: { de: 'In neuem Tab öffnen', en: 'Open in a new tab' },
  file: { de: 'Als PDF ablegen', en: 'File as PDF' },
  filed: { de: '„{name}“ liegt jetzt bei den Dokumenten.', en: '“{name}” is now among the documents.' },
  show: { de: 'Ansehen', en: 'Show' },
  tags: {
    de: 'Tabellen, Unterschriften und Seitenwechsel stehen im Text als {% … %} und werden im PDF gezeichnet.',
    en: 'Tables, signatures and page breaks stand in the text as {% … %} and are drawn in the PDF.',
  },
  no_brand: {
    de: 'Bitte eine Marke wählen: Von ihr kommt das Briefpapier.',
    en: 'Please choose a brand: the letterhead is its own.',
  },
} as const satisfies Texts;

/** The words of writing letters, in the user's language. */
export const useWords = () => useTexts(words);
