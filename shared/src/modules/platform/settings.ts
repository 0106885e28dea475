import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { json, reference, text } from '../../kinds/index.ts';

export const settings = defineResource({
  name: 'settings',
  label: { de: ['Einstellung', 'Einstellungen'] },
  icon: 'settings',
  title: ['key'],
  fields: {
    key: text('Schlüssel', { required: true, max: 80, search: 'A' }),
    brand_id: reference('Marke', {
      to: 'brands',
      help: { de: 'Leer: gilt für alle Marken', en: 'Empty: for all brands' },
    }),
    value: json('Wert'),
    description: text('Beschreibung', { multiline: true, max: 500 }),
  },
  scopes: { brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] } },
  unique: [['key', 'brand_id']],
  list: { columns: ['key', 'brand_id', 'value', 'description'], filters: ['brand_id'], sort: ['key', 'ASC'] },
  import_key: ['key'],
});
