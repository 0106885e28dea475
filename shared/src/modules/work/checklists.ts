import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { date, reference, rollup, subject, text } from '../../kinds/index.ts';

/** What there is to do for one record. */
export const checklists = defineResource({
  name: 'checklists',
  label: { de: ['Checkliste', 'Checklisten'] },
  icon: 'checklist',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    subject: subject({ de: 'Zu', en: 'About' }, { of: 'checklistable', required: true, onDelete: 'cascade' }),
    brand_id: reference('Marke', { to: 'brands', readOnly: true }),
    template_id: reference('Vorlage', { to: 'checklist_templates', readOnly: true }),
    items_count: rollup({ de: 'Punkte', en: 'Items' }, { of: 'checklist_items', by: 'checklist_id', count: true }),
    open_count: rollup(
      { de: 'Offen', en: 'Open' },
      { of: 'checklist_items', by: 'checklist_id', count: true, where: { done: false } },
    ),
    next_due_on: date(
      { de: 'Nächste Fälligkeit', en: 'Next due' },
      { rollup: { of: 'checklist_items', by: 'checklist_id', min: 'due_on', where: { done: false } }, readOnly: true },
    ),
  },
  scopes: { brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] } },
  list: {
    columns: ['name', 'subject', 'open_count', 'items_count', 'next_due_on'],
    filters: ['brand_id', 'template_id', 'next_due_on'],
    sort: ['next_due_on', 'ASC'],
  },
  form: { Checkliste: ['name', 'subject'] },
  sections: { Checkliste: 'Checklist' },
});
