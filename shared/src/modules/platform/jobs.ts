import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, datetime, integer, json, text } from '../../kinds/index.ts';

const own = { created_by: { eq: currentUser.id } };

/** Work that nobody waits for. Its row is written in the transaction of what asks for it; a worker takes it from there. */
export const jobs = defineResource({
  name: 'jobs',
  label: { de: ['Hintergrundaufgabe', 'Hintergrundaufgaben'], en: ['Background job', 'Background jobs'] },
  icon: 'pending_actions',
  title: ['name'],
  fields: {
    name: text({ de: 'Bezeichnung', en: 'Name' }, { required: true, max: 200, search: 'A' }),
    kind: text({ de: 'Art', en: 'Kind' }, { required: true, max: 60 }),
    state: choice(
      { de: 'Zustand', en: 'State' },
      {
        queued: { de: 'Wartet', en: 'Waiting' },
        running: { de: 'Läuft', en: 'Running' },
        done: { de: 'Erledigt', en: 'Done' },
        failed: { de: 'Gescheitert', en: 'Failed' },
        cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
      },
      {
        required: true,
        default: 'queued',
        tones: { queued: 'warning', running: 'info', done: 'success', failed: 'error' },
      },
    ),
    progress: integer(
      { de: 'Fortschritt (%)', en: 'Progress (%)' },
      { required: true, min: 0, max: 100, default: 0, total: false },
    ),
    progress_text: text({ de: 'Stand', en: 'Progress' }, { max: 200 }),
    attempts: integer({ de: 'Versuche', en: 'Attempts' }, { required: true, default: 0, total: false }),
    error: text({ de: 'Fehler', en: 'Error' }, { multiline: true, max: 2000 }),
    payload: json({ de: 'Auftrag', en: 'Order' }),
    result_name: text({ de: 'Ergebnis', en: 'Result' }, { max: 255 }),
    result_size: integer({ de: 'Größe (Byte)', en: 'Size (bytes)' }, { total: false }),
    result_type: text({ de: 'Typ', en: 'Type' }, { max: 120, hidden: true }),
    result_place: text({ de: 'Ablage', en: 'Place' }, { max: 200, hidden: true }),
    started_at: datetime({ de: 'Begonnen am', en: 'Started at' }),
    finished_at: datetime({ de: 'Beendet am', en: 'Finished at' }),
    worker: text({ de: 'Ausgeführt von', en: 'Run by' }, { max: 60, hidden: true }),
    seen_at: datetime({ de: 'Zuletzt am Leben', en: 'Last alive' }, { hidden: true }),
  },
  actions: {
    retry: {
      label: { de: 'Erneut versuchen', en: 'Try again' },
      icon: 'replay',
      when: { state: { in: ['failed', 'cancelled'] } },
    },
    cancel: {
      label: { de: 'Abbrechen', en: 'Cancel' },
      icon: 'cancel',
      when: { state: { in: ['queued', 'running'] } },
    },
  },
  scopes: { own, others: { not: own } },
  list: {
    columns: ['name', 'state', 'progress', 'progress_text', 'attempts', 'created_at', 'created_by', 'error'],
    filters: ['state', 'kind', 'created_by'],
    sort: ['created_at', 'DESC'],
  },
  form: {
    Aufgabe: ['name', 'kind', 'state', 'progress', 'progress_text', 'attempts', 'error'],
    Ergebnis: ['result_name', 'result_size', 'started_at', 'finished_at'],
    Auftrag: ['payload'],
  },
  sections: { Aufgabe: 'Job', Ergebnis: 'Result', Auftrag: 'Order' },
  indices: [
    ['state', 'seen_at'],
    ['created_by', 'created_at'],
  ],
  internal: true,
});
