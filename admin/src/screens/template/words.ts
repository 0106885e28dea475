import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Ausprobieren', en: 'Try it' },
  help: {
    de: 'Füllt die Vorlage, wie sie gerade hier steht, mit einem Datensatz. Gespeichert wird dabei nichts.',
    en: 'Fills the template as it stands here with a record. Nothing is saved by that.',
  },
  record: { de: 'Datensatz', en: 'Record' },
  choose: { de: 'Bitte einen Datensatz wählen.', en: 'Please choose a record.' },
  preview: { de: 'Vorschau', en: 'Preview' },
  no_brand: {
    de: 'Bitte eine Marke wählen: Von ihr kommt das Briefpapier.',
    en: 'Please choose a brand: the letterhead is its own.',
  },
  wrong: {
    de: 'Die Vorlage kann so nicht gefüllt werden. Der Grund steht am Feld.',
    en: 'The template can not be filled like this. The reason stands at the field.',
  },
  placeholders: { de: 'Platzhalter', en: 'Placeholders' },
  placeholders_help: {
    de: 'Ein Klick kopiert den Platzhalter; setzen Sie ihn dann an seine Stelle im Text.',
    en: 'A click copies the placeholder; then put it at its place in the text.',
  },
  not_copied: {
    de: 'Der Browser lässt das Kopieren nicht zu. Der Platzhalter heißt {text}.',
    en: 'The browser does not allow copying. The placeholder is {text}.',
  },
  copied: { de: '{text} ist kopiert.', en: '{text} is copied.' },
  brand: { de: 'Marke', en: 'Brand' },
  user: { de: 'Wer schreibt', en: 'Who writes' },
  today: { de: 'Heute', en: 'Today' },
  link: { de: 'Persönlicher Link', en: 'Personal link' },
  close: { de: 'Schließen', en: 'Close' },
} as const satisfies Texts;

/** The words of trying a template. */
export const useWords = () => useTexts(words);
