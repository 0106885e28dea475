import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, text } from '../../kinds/index.ts';

/** What a key may do, as far as its owner may: a pattern and the rows for which it counts. */
export const apiKeyPermissions = defineResource({
  name: 'api_key_permissions',
  label: { de: ['Recht eines Schlüssels', 'Rechte von Schlüsseln'], en: ['Key permission', 'Key permissions'] },
  title: ['pattern'],
  fields: {
    key_id: reference('Schlüssel', { to: 'api_keys', required: true, onDelete: 'cascade' }),
    pattern: text(
      { de: 'Muster', en: 'Pattern' },
      {
        required: true,
        max: 120,
        help: { de: 'customers.read, *.read, tasks.transition.complete', en: 'customers.read, *.read, tasks.create' },
      },
    ),
    scope: choice(
      { de: 'Umfang', en: 'Scope' },
      {
        all: { de: 'Alles', en: 'Everything' },
        brand: { de: 'Eigene Marken', en: 'Own brands' },
        assigned: { de: 'Zugeteilt', en: 'Assigned' },
        own: { de: 'Eigenes', en: 'Own' },
      },
      { required: true, default: 'all' },
    ),
    sensitive: boolean({ de: 'Auch geschützte Felder', en: 'Guarded fields as well' }),
  },
  list: { columns: ['pattern', 'scope', 'sensitive'] },
  owned: true,
  announces: 'access',
  step_up: true,
});
