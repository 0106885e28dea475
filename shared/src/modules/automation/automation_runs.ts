import { defineResource } from '../../define/resource.ts';
import { choice, datetime, integer, reference, references, subject, text } from '../../kinds/index.ts';

/**
 * What a rule has decided about a record. One row for each rule, record and occasion: the database lets no rule act twice on the
 * same occasion, however many workers look. It holds no text of the record, so that whoever sees it learns nothing more.
 */
export const automationRuns = defineResource({
  name: 'automation_runs',
  label: { de: ['Regellauf', 'Regelläufe'], en: ['Rule run', 'Rule runs'] },
  icon: 'fact_check',
  title: ['state'],
  fields: {
    rule_id: reference('Regel', { to: 'automation_rules', required: true, onDelete: 'cascade' }),
    subject: subject({ de: 'Datensatz', en: 'Record' }, { required: true, onDelete: 'cascade' }),
    state: choice(
      { de: 'Ergebnis', en: 'Result' },
      {
        pending: { de: 'Wartet', en: 'Waiting' },
        fired: { de: 'Ausgeführt', en: 'Fired' },
        skipped: { de: 'Nicht zutreffend', en: 'Does not apply' },
        failed: { de: 'Gescheitert', en: 'Failed' },
      },
      { required: true, default: 'pending', tones: { pending: 'warning', fired: 'success', failed: 'error' } },
    ),
    reason: text({ de: 'Grund', en: 'Reason' }, { multiline: true, max: 2000 }),
    /** The key that keeps a rule from acting twice on one occasion; people read `due_at`. */
    occasion: text({ de: 'Anlass', en: 'Occasion' }, { required: true, max: 120, hidden: true }),
    due_at: datetime({ de: 'Auszuführen ab', en: 'To be done from' }, { required: true }),
    finished_at: datetime({ de: 'Ausgeführt am', en: 'Done at' }),
    attempts: integer({ de: 'Versuche', en: 'Attempts' }, { required: true, min: 1, default: 1, total: false }),
    task_ids: references({ de: 'Angelegte Aufgaben', en: 'Tasks created' }, { to: 'tasks' }),
  },
  actions: {
    retry: { label: { de: 'Erneut versuchen', en: 'Try again' }, icon: 'replay', apart: true },
  },
  unique: [['rule_id', 'subject_id', 'occasion']],
  indices: [['state', 'created_at']],
  list: {
    columns: ['created_at', 'rule_id', 'subject', 'state', 'reason', 'due_at'],
    filters: ['rule_id', 'state', 'due_at'],
    sort: ['created_at', 'DESC'],
  },
  form: {
    Lauf: ['rule_id', 'subject', 'state', 'reason', 'due_at', 'finished_at', 'attempts', 'task_ids'],
  },
  sections: { Lauf: 'Run' },
  internal: true,
});
