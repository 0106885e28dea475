import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  all: { de: 'Alle {count} in der Liste zeigen', en: 'Show all {count} in the list' },
  create: { de: '{name} anlegen', en: 'Create {name}' },
  edit: { de: 'Bearbeiten', en: 'Edit' },
  facts: { de: 'Auf einen Blick', en: 'At a glance' },
  history: { de: 'Verlauf', en: 'History' },
  in_trash: { de: 'Dieser Eintrag liegt im Papierkorb.', en: 'This record is in the trash.' },
  none: { de: 'Noch keine {name}', en: 'No {name} yet' },
  none_text: {
    de: 'Was hierzu gehört, steht künftig an dieser Stelle.',
    en: 'Whatever belongs here will be listed in this place.',
  },
  overview: { de: 'Übersicht', en: 'Overview' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  stream: { de: 'Aktivität', en: 'Activity' },
  tick: { de: '„{title}“: {label}', en: '“{title}”: {label}' },
  ticked: { de: '„{title}“: {label}.', en: '“{title}”: {label}.' },
  tabs: { de: 'Bereiche des Eintrags', en: 'Parts of the record' },
  papers: { de: 'Unterlagen', en: 'Papers' },
  pdf: { de: '{sheet} (PDF)', en: '{sheet} (PDF)' },
  xlsx: { de: '{sheet} (Excel)', en: '{sheet} (Excel)' },
} as const satisfies Texts;

/** The words of a record's page, in the user's language. */
export const useWords = () => useTexts(words);
