import { defineResource } from '../../define/resource.ts';
import { boolean, choice, integer, reference, text } from '../../kinds/index.ts';

/** From what the day on which an item is due is counted. */
export const anchors = {
  first_session: { de: 'dem ersten Termin', en: 'the first session' },
  last_session: { de: 'dem letzten Termin', en: 'the last session' },
  confirmation: { de: 'der Bestätigung', en: 'the confirmation' },
} as const;

/** One step of a checklist, with the day on which it is due: so many days before or after. */
export const checklistTemplateItems = defineResource({
  name: 'checklist_template_items',
  label: { de: ['Punkt', 'Punkte'], en: ['Item', 'Items'] },
  title: ['name'],
  fields: {
    template_id: reference('Vorlage', { to: 'checklist_templates', required: true, onDelete: 'cascade' }),
    name: text({ de: 'Was zu tun ist', en: 'What there is to do' }, { required: true, max: 200 }),
    offset_days: integer(
      { de: 'Fällig (Tage, minus: vorher)', en: 'Due (days, minus: before)' },
      { required: true, default: 0, min: -730, max: 730, total: false },
    ),
    anchor: choice({ de: 'Gerechnet ab', en: 'Counted from' }, anchors, { required: true, default: 'first_session' }),
    blocking: boolean({ de: 'Muss erledigt sein', en: 'Must be done' }),
  },
  owned: true,
});
