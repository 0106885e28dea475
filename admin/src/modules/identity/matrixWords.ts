import { operationWords } from '@kontor/shared';
import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Rechte der Rolle „{name}“', en: 'Permissions of the role “{name}”' },
  text: {
    de: 'Jede Zelle sagt, bei welchen Datensätzen etwas erlaubt ist. Ein Punkt zeigt, wo die Rolle von der mitgelieferten abweicht.',
    en: 'Each cell says for which records something is permitted. A dot shows where the role differs from the shipped one.',
  },
  back: { de: 'Zur Rolle', en: 'To the role' },
  search: { de: 'Bereich suchen', en: 'Search area' },
  module: { de: 'Modul', en: 'Module' },
  all_modules: { de: 'Alle Module', en: 'All modules' },
  area: { de: 'Bereich', en: 'Area' },
  everything: { de: 'Alles', en: 'Everything' },
  nothing_found: { de: 'Kein Bereich heißt so.', en: 'No area has this name.' },
  save: { de: 'Speichern', en: 'Save' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  changed: { de: '{count} {count|Zelle|Zellen} geändert', en: '{count} {count|cell|cells} changed' },
  saved: {
    de: 'Die Rechte der Rolle „{name}“ sind gespeichert.',
    en: 'The permissions of the role “{name}” are saved.',
  },
  from_everything: {
    de: 'Ergibt sich aus der Zeile „Alles“. Bitte dort ändern.',
    en: 'Follows from the row “Everything”. Please change it there.',
  },
  from_lines: {
    de: 'Andere Zeilen der Rolle sagen etwas anderes. Bitte im Formular ändern.',
    en: 'Other lines of the role say otherwise. Please change them in the form.',
  },
  shipped: { de: 'Mitgeliefert: {value}', en: 'Shipped: {value}' },
  others: { de: 'Was die Tabelle nicht zeigt', en: 'What the table does not show' },
  others_text: {
    de: 'Das gilt auch: für einzelne Schritte, für geschützte Felder oder für Bereiche, die es hier noch nicht gibt.',
    en: 'This counts as well: for single steps, guarded fields, or areas that are not here yet.',
  },
  this_role: { de: 'Diese Rolle', en: 'This role' },
  edit_form: { de: 'Im Formular ändern', en: 'Change in the form' },
  only_differences: { de: 'Nur Abweichungen', en: 'Differences only' },
  no_difference: {
    de: 'Hier weicht die Rolle nicht von der mitgelieferten ab.',
    en: 'The role does not differ from the shipped one here.',
  },
  cell: { de: '{area}, {operation}: {value}', en: '{area}, {operation}: {value}' },
  with_no_list: { de: '{value}, ohne Liste', en: '{value}, no list' },
  no_list: { de: 'Ohne eigene Liste', en: 'No list of its own' },
  // what a cell says
  none: { de: 'Nein', en: 'No' },
  all: { de: 'Alle', en: 'All' },
  brand: { de: 'Eigene Marken', en: 'Own brands' },
  own: { de: 'Eigene', en: 'Own' },
  assigned: { de: 'Zugeteilte', en: 'Assigned' },
  mixed: { de: 'Gemischt', en: 'Mixed' },
  whole: { de: 'Gesamt', en: 'Overall' },
  ...operationWords,
} satisfies Texts;

/** What the matrix of a role says. */
export const useMatrixWords = () => useTexts(words);

const known = new Set<string>(['none', 'all', 'brand', 'own', 'assigned', 'mixed']);
/** A scope that a resource declares for itself is called by its own name. */
export const isKnownValue = (value: string): value is 'none' | 'all' | 'brand' | 'own' | 'assigned' | 'mixed' =>
  known.has(value);
