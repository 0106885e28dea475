import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  add: { de: 'Dateien auswählen', en: 'Choose files' },
  added: { de: '{count} {count|Datei|Dateien} hinzugefügt.', en: '{count} {count|file|files} added.' },
  bring_back: { de: 'Zurückholen', en: 'Bring back' },
  brought_back: { de: 'Fassung {number} ist wieder die neueste.', en: 'Version {number} is the newest again.' },
  camera: { de: 'Foto aufnehmen', en: 'Take a photo' },
  close: { de: 'Schließen', en: 'Close' },
  discard: { de: '„{name}“ nicht hochladen', en: 'Do not upload “{name}”' },
  download: { de: 'Herunterladen', en: 'Download' },
  drop: { de: 'Dateien hierher ziehen', en: 'Drop files here' },
  drop_hint: { de: 'Auch mehrere auf einmal.', en: 'Also several at once.' },
  edit: { de: 'Angaben bearbeiten', en: 'Edit details' },
  failed: { de: '„{name}“ konnte nicht hochgeladen werden.', en: '“{name}” could not be uploaded.' },
  look: { de: 'Ansehen', en: 'Look' },
  more: { de: 'Mehr zu „{name}“', en: 'More about “{name}”' },
  new_version: { de: 'Neue Fassung hochladen', en: 'Upload a new version' },
  newest: { de: 'aktuell', en: 'current' },
  next: { de: 'Nächste Datei', en: 'Next file' },
  no_group: { de: 'Ohne Ordner', en: 'Without folder' },
  no_preview: {
    de: 'Für diese Art von Datei gibt es keine Vorschau.',
    en: 'There is no preview for this kind of file.',
  },
  none: { de: 'Noch keine Dateien', en: 'No files yet' },
  only_start: { de: 'Nur der Anfang wird gezeigt.', en: 'Only the beginning is shown.' },
  preview: { de: '„{name}“ ansehen', en: 'Look at “{name}”' },
  previous: { de: 'Vorherige Datei', en: 'Previous file' },
  replaced: { de: 'Neue Fassung von „{name}“ gespeichert.', en: 'New version of “{name}” saved.' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  show_all: { de: 'Alle {count} in der Liste zeigen', en: 'Show all {count} in the list' },
  trash: { de: 'In den Papierkorb', en: 'Move to trash' },
  trashed: { de: '„{name}“ liegt im Papierkorb.', en: '“{name}” is in the trash.' },
  uploading: { de: '„{name}“ wird hochgeladen', en: 'Uploading “{name}”' },
  version: { de: 'Fassung {number}', en: 'Version {number}' },
  versions: { de: 'Fassungen', en: 'Versions' },
  versions_of: { de: 'Fassungen von „{name}“', en: 'Versions of “{name}”' },
} as const satisfies Texts;

/** The words around files of a record, in the user's language. */
export const useWords = () => useTexts(words);
