import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Passwort ändern', en: 'Change password' },
  text: {
    de: 'Auf allen anderen Geräten werden Sie danach abgemeldet.',
    en: 'After that you are signed out on all other devices.',
  },
  current: { de: 'Jetziges Passwort', en: 'Present password' },
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  done: { de: 'Ihr Passwort ist geändert.', en: 'Your password has been changed.' },
} satisfies Texts;

/** What the change of one's own password says. */
export const useChangeWords = () => useTexts(words);
