import { defineResource } from '../../define/resource.ts';
import { colour, text } from '../../kinds/index.ts';

export const tags = defineResource({
  name: 'tags',
  label: { de: ['Schlagwort', 'Schlagwörter'] },
  icon: 'label',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 60, unique: true, search: 'A' }),
    colour: colour('Farbe', { required: true, default: '#6b7280' }),
    description: text('Beschreibung', { max: 300 }),
  },
  list: { columns: ['name', 'colour', 'description'], sort: ['name', 'ASC'] },
  import_key: ['name'],
});
