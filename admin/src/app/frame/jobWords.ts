import { type Texts, useTexts } from '../texts.ts';

const words = {
  cancel: { de: '{name} abbrechen', en: 'Cancel {name}' },
  cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
  done: { de: 'Erledigt', en: 'Done' },
  download: { de: 'Herunterladen', en: 'Download' },
  ended: { de: 'Hintergrundaufgaben, {count} beendet', en: 'Background jobs, {count} ended' },
  failed: { de: 'Gescheitert', en: 'Failed' },
  look: { de: 'Ansehen', en: 'Look' },
  queued: { de: 'Wartet', en: 'Waiting' },
  running: { de: 'Hintergrundaufgaben, {count} {count|läuft|laufen}', en: 'Background jobs, {count} running' },
  started: { de: 'Läuft', en: 'Running' },
  title: { de: 'Hintergrundaufgaben', en: 'Background jobs' },
  toast_done: { de: '„{name}“ ist fertig.', en: '“{name}” is done.' },
  toast_failed: { de: '„{name}“ ist gescheitert: {error}', en: '“{name}” has failed: {error}' },
  all: { de: 'Alle anzeigen', en: 'Show all' },
} as const satisfies Texts;

/** The words of jobs in the frame. */
export const useJobWords = () => useTexts(words);
