import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { date, datetime, integer, reference } from '../../kinds/index.ts';

/** How often a key was used on a day. */
export const apiKeyUsages = defineResource({
  name: 'api_key_usages',
  label: { de: ['Schlüsselnutzung', 'Schlüsselnutzung'], en: ['Key usage', 'Key usage'] },
  icon: 'bar_chart',
  title: ['day'],
  fields: {
    key_id: reference('Schlüssel', { to: 'api_keys', required: true, onDelete: 'cascade' }),
    day: date('Tag', { required: true }),
    count: integer({ de: 'Aufrufe', en: 'Requests' }, { required: true }),
    last_used_at: datetime({ de: 'Zuletzt', en: 'Last' }, { required: true }),
  },
  scopes: { own: { key_id: { where: { owner_id: { eq: currentUser.id } } } } },
  unique: [['key_id', 'day']],
  list: { columns: ['day', 'key_id', 'count', 'last_used_at'], filters: ['key_id', 'day'], sort: ['day', 'DESC'] },
  internal: true,
});
