import { useTexts } from '../../app/texts.ts';

const words = {
  actions: { de: 'Weitere Aktionen', en: 'More actions' },
  add_line: { de: 'Position hinzufügen', en: 'Add line' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  preview: { de: 'Vorschau', en: 'Preview' },
  write_on: { de: 'Weiterschreiben', en: 'Go on writing' },
  check_fields: {
    de: '{count|Ein Feld braucht|Mehrere Felder brauchen} noch Ihre Aufmerksamkeit.',
    en: '{count|One field needs|Several fields need} your attention.',
  },
  create: { de: '{name} anlegen', en: 'Create {name}' },
  created: { de: '{name} „{title}“ angelegt.', en: '{name} “{title}” created.' },
  delete: { de: 'Löschen', en: 'Delete' },
  deleted: { de: '{name} „{title}“ gelöscht.', en: '{name} “{title}” deleted.' },
  delete_for_good: {
    de: '„{title}“ endgültig löschen? Das lässt sich nicht rückgängig machen.',
    en: 'Delete “{title}” for good? This cannot be undone.',
  },
  discard: { de: 'Änderungen verwerfen', en: 'Discard changes' },
  done: { de: '„{title}“: {action} – erledigt.', en: '“{title}”: {action} – done.' },
  draft_discard: { de: 'Verwerfen', en: 'Discard' },
  draft_discarded: { de: 'Ihre Eingaben wurden verworfen.', en: 'What you typed has been discarded.' },
  draft_outdated: {
    de: 'Inzwischen wurde hier etwas anderes gespeichert. Beim Speichern bleibt beides erhalten; wo es sich widerspricht, entscheiden Sie.',
    en: 'Something else has been saved here in the meantime. Saving keeps both; where they contradict each other, you decide.',
  },
  draft_restored: {
    de: 'Ihre nicht gespeicherten Eingaben von {time} wurden wiederhergestellt.',
    en: 'What you typed at {time} and did not save has been restored.',
  },
  draft_restored_day: {
    de: 'Ihre nicht gespeicherten Eingaben vom {day}, {time} wurden wiederhergestellt.',
    en: 'What you typed on {day} at {time} and did not save has been restored.',
  },
  duplicate: { de: 'Duplizieren', en: 'Duplicate' },
  duplicates: { de: 'Das könnte es schon geben:', en: 'This may exist already:' },
  keep_editing: { de: 'Weiter bearbeiten', en: 'Keep editing' },
  lacks: { de: 'Was dafür noch fehlt, steht darunter.', en: 'What is still missing for this stands below.' },
  line: { de: 'Position {number}', en: 'Line {number}' },
  line_removed: { de: 'Position {number} entfernt.', en: 'Line {number} removed.' },
  lines_hint: {
    de: 'Enter führt weiter und legt am Ende eine neue Zeile an. Zeilen aus Excel lassen sich einfügen.',
    en: 'Enter moves on and adds a line at the end. Rows can be pasted from Excel.',
  },
  merged: {
    de: 'Gespeichert. Änderungen, die jemand anderes inzwischen an anderen Feldern vorgenommen hat, sind erhalten geblieben.',
    en: 'Saved. Changes that somebody else made to other fields in the meantime have been kept.',
  },
  merged_with: {
    de: 'Gespeichert. Inzwischen geändert und erhalten geblieben: {changes}.',
    en: 'Saved. Changed in the meantime and kept: {changes}.',
  },
  present: {
    de: '{names} {count|bearbeitet|bearbeiten} gerade mit',
    en: '{names} {count|is|are} editing this as well',
  },
  moved_meanwhile: {
    de: 'Der Status ist inzwischen „{state}“. Dieser Schritt ist nicht mehr möglich.',
    en: 'The state is “{state}” by now. This step is not possible any more.',
  },
  moved_to: { de: '„{title}“ ist jetzt: {state}.', en: '“{title}” is now: {state}.' },
  needs: { de: 'Dafür fehlt noch: {fields}', en: 'Still missing for this: {fields}' },
  new: { de: 'Neu: {name}', en: 'New: {name}' },
  open: { de: 'Öffnen', en: 'Open' },
  next: { de: 'Nächster Datensatz', en: 'Next record' },
  no_lines: { de: 'Noch keine Positionen', en: 'No lines yet' },
  not_pasted: {
    de: '{count} {count|Wert wurde nicht erkannt und blieb|Werte wurden nicht erkannt und blieben} leer.',
    en: '{count} pasted {count|value was|values were} not recognised and left empty.',
  },
  nothing_changed: { de: 'Es gibt nichts zu speichern.', en: 'There is nothing to save.' },
  of: { de: '{index} von {total}', en: '{index} of {total}' },
  pasted: { de: '{count} {count|Zeile|Zeilen} eingefügt.', en: '{count} {count|row|rows} pasted.' },
  previous: { de: 'Voriger Datensatz', en: 'Previous record' },
  remove_line: { de: 'Position {number} entfernen', en: 'Remove line {number}' },
  restored: { de: '{name} „{title}“ wiederhergestellt.', en: '{name} “{title}” restored.' },
  save: { de: 'Speichern', en: 'Save' },
  save_and_new: { de: 'Speichern und neu', en: 'Save and new' },
  saved: { de: '{name} „{title}“ gespeichert.', en: '{name} “{title}” saved.' },
  status: { de: 'Status', en: 'Status' },
  sum: { de: 'Summe', en: 'Total' },
  taken_over: {
    de: 'Übernommen: {fields}. Was Sie selbst eingeben, bleibt.',
    en: 'Taken over: {fields}. What you type yourself stays.',
  },
  type_name: { de: 'Zur Bestätigung „{title}“ eingeben', en: 'Type “{title}” to confirm' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  unsaved: { de: 'Nicht gespeicherte Änderungen', en: 'Unsaved changes' },
  unsaved_text: {
    de: 'Wenn Sie die Seite jetzt verlassen, gehen Ihre Änderungen verloren.',
    en: 'If you leave the page now, your changes will be lost.',
  },
} as const;

/** What forms say. */
export const useWords = () => useTexts(words);
