import { defineResource } from '../../define/resource.ts';
import { integer, reference, text, time } from '../../kinds/index.ts';

/** One day of the agenda; it becomes a session of each training. */
export const trainingTemplateDays = defineResource({
  name: 'training_template_days',
  label: { de: ['Tag', 'Tage'], en: ['Day', 'Days'] },
  title: ['name'],
  fields: {
    template_id: reference('Vorlage', { to: 'training_templates', required: true, onDelete: 'cascade' }),
    day: integer({ de: 'Tag', en: 'Day' }, { required: true, min: 1, max: 365, default: 1, total: false }),
    name: text({ de: 'Thema', en: 'Topic' }, { required: true, max: 200 }),
    starts: time({ de: 'Beginn', en: 'Start' }, { required: true, default: '09:00' }),
    ends: time({ de: 'Ende', en: 'End' }, { required: true, default: '16:30' }),
    units: integer({ de: 'Einheiten (45 min)', en: 'Units (45 min)' }, { required: true, min: 0, max: 40, default: 8 }),
    content: text({ de: 'Inhalte', en: 'Contents' }, { multiline: true, max: 4000 }),
  },
  checks: {
    order: {
      that: { ends: { gt: { field: 'starts' } } },
      field: 'ends',
      message: { de: 'Das Ende liegt nicht nach dem Beginn.', en: 'The end is not after the start.' },
    },
  },
  owned: true,
});
