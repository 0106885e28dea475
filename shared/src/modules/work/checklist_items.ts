import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, date, datetime, integer, reference, subject, text } from '../../kinds/index.ts';
import { anchors } from './checklist_template_items.ts';

/** One point of a checklist: done or not, by whom and when. What blocks keeps the record from its next step. */
export const checklistItems = defineResource({
  name: 'checklist_items',
  label: { de: ['Checklistenpunkt', 'Checklistenpunkte'] },
  icon: 'check_box',
  title: ['name'],
  fields: {
    name: text({ de: 'Was zu tun ist', en: 'What there is to do' }, { required: true, max: 200, search: 'A' }),
    checklist_id: reference('Checkliste', { to: 'checklists', required: true, onDelete: 'cascade' }),
    subject: subject({ de: 'Zu', en: 'About' }, { of: 'checklistable', readOnly: true, onDelete: 'cascade' }),
    brand_id: reference('Marke', { to: 'brands', copies: ['checklist_id', 'brand_id'], readOnly: true }),
    done: boolean({ de: 'Erledigt', en: 'Done' }),
    due_on: date({ de: 'Fällig am', en: 'Due on' }),
    blocking: boolean({ de: 'Muss erledigt sein', en: 'Must be done' }),
    assignee_id: reference({ de: 'Zuständig', en: 'Assignee' }, { to: 'users', onDelete: 'set_null' }),
    done_at: datetime({ de: 'Erledigt am', en: 'Done at' }, { readOnly: true }),
    done_by_id: reference({ de: 'Erledigt von', en: 'Done by' }, { to: 'users', readOnly: true, onDelete: 'set_null' }),
    place: integer({ de: 'Reihenfolge', en: 'Order' }, { hidden: true, total: false }),
    anchor: choice({ de: 'Gerechnet ab', en: 'Counted from' }, anchors, { readOnly: true, hidden: true }),
    offset_days: integer({ de: 'Tage', en: 'Days' }, { readOnly: true, hidden: true, total: false }),
  },
  scopes: {
    brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] },
    assigned: { assignee_id: { eq: currentUser.id } },
  },
  list: {
    columns: ['name', 'done', 'due_on', 'blocking', 'assignee_id', 'subject', 'checklist_id'],
    filters: ['done', 'due_on', 'blocking', 'assignee_id', 'checklist_id', 'brand_id'],
    sort: ['due_on', 'ASC'],
  },
  notify: { assigned: 'assignee_id', due: 'due_on', unless: { done: true } },
  form: { Punkt: ['name', 'checklist_id', 'due_on', 'blocking', 'assignee_id', 'done', 'done_at', 'done_by_id'] },
  sections: { Punkt: 'Item' },
});
