import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, json, text } from '../../kinds/index.ts';

export const savedViews = defineResource({
  name: 'saved_views',
  label: { de: ['Gespeicherte Ansicht', 'Gespeicherte Ansichten'] },
  icon: 'bookmark',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, search: 'A' }),
    resource: text({ de: 'Liste', en: 'List' }, { required: true, max: 60, names: 'resource' }),
    view: json({ de: 'Filter und Spalten', en: 'Filters and columns' }, { required: true }),
    shared: boolean({ de: 'Für alle sichtbar', en: 'Visible to everyone' }),
  },
  scopes: { own: { or: [{ created_by: { eq: currentUser.id } }, { shared: true }] } },
  list: {
    columns: ['name', 'resource', 'shared', 'created_by'],
    filters: ['resource', 'shared'],
    sort: ['name', 'ASC'],
  },
});
