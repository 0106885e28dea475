import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  background: { de: 'Im Hintergrund weiter', en: 'Go on in the background' },
  background_text: {
    de: 'Sie können das Fenster schließen und weiterarbeiten. Oben rechts sehen Sie, wie weit es ist.',
    en: 'You can close this window and go on working. At the top right you see how far it is.',
  },
  back: { de: 'Zurück', en: 'Back' },
  blocked: {
    de: 'Beheben Sie die Fehler in Ihrer Datei, oder lassen Sie die fehlerhaften Zeilen aus.',
    en: 'Mend the errors in your file, or leave out the rows with errors.',
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  check: { de: 'Daten prüfen', en: 'Check data' },
  checking: {
    de: 'Die Daten werden geprüft. Es wird noch nichts gespeichert.',
    en: 'The data is being checked. Nothing is saved yet.',
  },
  choose: { de: 'Datei auswählen', en: 'Choose a file' },
  close: { de: 'Schließen', en: 'Close' },
  column: { de: 'Spalte', en: 'Column' },
  created: { de: 'werden angelegt', en: 'will be created' },
  created_done: { de: 'angelegt', en: 'created' },
  drop: { de: 'Ziehen Sie eine CSV- oder Excel-Datei hierher', en: 'Drop a CSV or Excel file here' },
  drop_hint: {
    de: 'Die erste Zeile enthält die Überschriften der Spalten. Höchstens 200.000 Zeilen und 50 MB.',
    en: 'The first row holds the column headings. At most 200,000 rows and 50 MB.',
  },
  empty_file: {
    de: '„{name}“ ist leer. Bitte wählen Sie eine Datei mit Überschriften und mindestens einer Zeile.',
    en: '“{name}” is empty. Please choose a file with headings and at least one row.',
  },
  error_file: { de: 'Fehlerliste herunterladen', en: 'Download error list' },
  errors_cut: {
    de: 'Gezeigt werden die ersten {count} Fehler. Die Fehlerliste enthält alle.',
    en: 'The first {count} errors are shown. The error list holds all of them.',
  },
  errors_title: { de: 'Was noch nicht passt', en: 'What does not fit yet' },
  errors_title_done: { de: 'Nicht importierte Zeilen', en: 'Rows that were not imported' },
  failed: { de: 'mit Fehlern', en: 'with errors' },
  field: { de: 'Feld', en: 'Field' },
  file_facts: { de: '{name}: {rows} {count|Zeile|Zeilen}', en: '{name}: {rows} {count|row|rows}' },
  ignore: { de: 'Nicht übernehmen', en: 'Do not import' },
  import_none: { de: 'Es ist nichts zu übernehmen.', en: 'There is nothing to import.' },
  import_rows: { de: '{count} {count|Zeile|Zeilen} importieren', en: 'Import {count} {count|row|rows}' },
  importing: { de: 'Die Daten werden importiert …', en: 'The data is being imported …' },
  key: { de: 'Vorhandene Einträge erkennen an', en: 'Recognise existing records by' },
  key_hint: {
    de: 'Was es schon gibt, wird geändert statt doppelt angelegt.',
    en: 'What exists already is changed instead of created twice.',
  },
  key_missing: {
    de: 'Vorhandene Einträge werden nicht erkannt: alle Zeilen werden neu angelegt.',
    en: 'Existing records are not recognised: every row will be created anew.',
  },
  key_none: { de: 'Immer neu anlegen', en: 'Always create' },
  link_empty: { de: 'Leer lassen', en: 'Leave empty' },
  link_for: { de: 'Gemeint ist: {text}', en: 'What is meant: {text}' },
  link_like: { de: '{share} % ähnlich', en: '{share}% alike' },
  link_none: { de: 'Nichts Ähnliches gefunden', en: 'Nothing similar found' },
  link_open: { de: 'Bitte wählen', en: 'Please choose' },
  link_rows: { de: 'in {count} {count|Zeile|Zeilen}', en: 'in {count} {count|row|rows}' },
  links_check: { de: 'Mit dieser Auswahl prüfen', en: 'Check with these choices' },
  links_text: {
    de: 'Diese Angaben passen zu keinem oder zu mehreren Einträgen. Wählen Sie, was gemeint ist. Neu angelegt wird nichts: Fehlt ein Eintrag, legen Sie ihn zuerst an.',
    en: 'These texts fit no record or several. Choose what is meant. Nothing is created for them: where a record is missing, create it first.',
  },
  links_title: { de: 'Wer oder was ist gemeint?', en: 'Who or what is meant?' },
  mapping_text: {
    de: 'Ordnen Sie jeder Spalte Ihrer Datei ein Feld zu. Wir haben vorgeschlagen, was wir erkannt haben.',
    en: 'Assign a field to each column of your file. We have proposed what we recognised.',
  },
  message: { de: 'Meldung', en: 'Message' },
  missing: {
    de: 'Diese Pflichtfelder sind noch keiner Spalte zugeordnet: {fields}.',
    en: 'These required fields are not assigned to a column yet: {fields}.',
  },
  mode: { de: 'Wenn Zeilen Fehler enthalten', en: 'When rows contain errors' },
  mode_all: {
    de: 'Alles oder nichts: erst importieren, wenn jede Zeile passt',
    en: 'All or nothing: import only when every row fits',
  },
  mode_valid: {
    de: 'Passende Zeilen importieren, fehlerhafte auslassen',
    en: 'Import fitting rows, leave out those with errors',
  },
  not_committed: {
    de: 'Es wurde nichts importiert, weil Zeilen Fehler enthalten.',
    en: 'Nothing was imported, because rows contain errors.',
  },
  reading: { de: 'Die Datei wird gelesen …', en: 'The file is being read …' },
  result: { de: 'Der Import ist fertig.', en: 'The import is done.' },
  row: { de: 'Zeile', en: 'Row' },
  samples: { de: 'Beispiele', en: 'Examples' },
  show: { de: 'Importierte Einträge zeigen', en: 'Show imported records' },
  title: { de: '{name} importieren', en: 'Import {name}' },
  too_large: {
    de: '„{name}“ ist zu groß. Möglich sind {max} MB; bitte teilen Sie die Datei auf.',
    en: '“{name}” is too large. Up to {max} MB are possible; please split the file.',
  },
  twice: { de: 'Dieses Feld ist doppelt zugeordnet.', en: 'This field is assigned twice.' },
  unchanged: { de: 'unverändert', en: 'unchanged' },
  updated: { de: 'werden geändert', en: 'will be changed' },
  updated_done: { de: 'geändert', en: 'changed' },
  value: { de: 'Wert', en: 'Value' },
  was_cancelled: { de: 'Abgebrochen. Es wurde nichts gespeichert.', en: 'Cancelled. Nothing was saved.' },
} as const satisfies Texts;

/** The words of the import, in the user's language. */
export const useWords = () => useTexts(words);
