import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  back: { de: 'Zurück zur Liste', en: 'Back to the list' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  empty: { de: 'Der Papierkorb ist leer', en: 'The trash is empty' },
  empty_text: {
    de: 'Gelöschte Einträge stehen hier, bis sie wiederhergestellt oder endgültig gelöscht werden.',
    en: 'Deleted records stay here until they are restored or deleted for good.',
  },
  in_use: {
    de: '„{title}“ wird noch gebraucht: {places}. Solange etwas darauf verweist, auch im Papierkorb, kann es nur im Papierkorb bleiben.',
    en: '“{title}” is still needed: {places}. As long as something refers to it, even in a trash, it has to stay in the trash.',
  },
  in_use_many: {
    de: '{count|Der Eintrag wird|Einer der Einträge wird} noch gebraucht: {places}. Es wurde nichts gelöscht. Solange etwas darauf verweist, auch im Papierkorb, kann er nur im Papierkorb bleiben.',
    en: '{count|The record is|One of the records is} still needed: {places}. Nothing was deleted. As long as something refers to it, even in a trash, it has to stay in the trash.',
  },
  not_found: { de: 'Nichts gefunden', en: 'Nothing found' },
  not_found_text: {
    de: 'Im Papierkorb passt kein Eintrag zu Ihrer Suche.',
    en: 'No record in the trash fits your search.',
  },
  purge: { de: 'Endgültig löschen', en: 'Delete for good' },
  purge_confirm: { de: 'Geben Sie zur Bestätigung „{title}“ ein', en: 'Type “{title}” to confirm' },
  purge_many: {
    de: '{count} {count|Eintrag|Einträge} endgültig löschen',
    en: 'Delete {count} {count|record|records} for good',
  },
  purge_many_text: {
    de: '{count|Der ausgewählte Eintrag|Die ausgewählten Einträge} und alles, was dazu gespeichert ist, {count|geht|gehen} unwiederbringlich verloren. Das lässt sich nicht rückgängig machen.',
    en: 'The selected {count|record|records} and everything stored with {count|it|them} will be lost for ever. This can not be undone.',
  },
  purge_many_title: {
    de: '{count} {count|Eintrag|Einträge} endgültig löschen?',
    en: 'Delete {count} {count|record|records} for good?',
  },
  purge_text: {
    de: '„{title}“ und alles, was dazu gespeichert ist, geht unwiederbringlich verloren. Das lässt sich nicht rückgängig machen.',
    en: '“{title}” and everything stored with it will be lost for ever. This can not be undone.',
  },
  purge_title: { de: '„{title}“ endgültig löschen?', en: 'Delete “{title}” for good?' },
  purge_word: { de: 'Löschen', en: 'Delete' },
  purged: { de: '„{title}“ ist endgültig gelöscht.', en: '“{title}” is deleted for good.' },
  purged_many: {
    de: '{count} {count|Eintrag ist|Einträge sind} endgültig gelöscht.',
    en: '{count} {count|record is|records are} deleted for good.',
  },
  record: { de: 'Eintrag', en: 'Record' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  restore_many: {
    de: '{count} {count|Eintrag|Einträge} wiederherstellen',
    en: 'Restore {count} {count|record|records}',
  },
  restored: { de: '„{title}“ ist wiederhergestellt.', en: '“{title}” is restored.' },
  restored_many: {
    de: '{count} {count|Eintrag|Einträge} wiederhergestellt.',
    en: '{count} {count|record|records} restored.',
  },
  open: { de: 'Öffnen', en: 'Open' },
  actions: { de: 'Aktionen', en: 'Actions' },
  title: { de: 'Papierkorb: {name}', en: 'Trash: {name}' },
} as const satisfies Texts;

/** The words of the trash, in the user's language. */
export const useWords = () => useTexts(words);
