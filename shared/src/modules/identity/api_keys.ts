import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, datetime, integer, lines, networks, reference, references, text } from '../../kinds/index.ts';

/** A key with which a machine acts for a user, within what the user may do and what the key is limited to. */
export const apiKeys = defineResource({
  name: 'api_keys',
  label: { de: ['API-Schlüssel', 'API-Schlüssel'], en: ['API key', 'API keys'] },
  icon: 'key',
  title: ['name'],
  fields: {
    name: text({ de: 'Wofür', en: 'What for' }, { required: true, max: 120, search: 'A' }),
    owner_id: reference(
      { de: 'Handelt für', en: 'Acts for' },
      {
        to: 'users',
        required: true,
        onDelete: 'cascade',
        default: { from: 'current_user' },
        help: {
          de: 'Der Schlüssel kann nie mehr als diese Person gerade darf.',
          en: 'The key can never do more than this person may right now.',
        },
      },
    ),
    active: boolean('Aktiv', {
      default: true,
      help: {
        de: 'Ausgeschaltet gilt der Schlüssel binnen fünf Sekunden nicht mehr.',
        en: 'Switched off, the key stops working within five seconds.',
      },
    }),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }),
    permissions: lines(
      { de: 'Darf', en: 'May' },
      {
        of: 'api_key_permissions',
        by: 'key_id',
        help: { de: 'Ohne Zeilen darf der Schlüssel nichts.', en: 'Without lines the key may do nothing.' },
      },
    ),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: keine Einschränkung', en: 'Empty: no limit' },
    }),
    networks: networks(
      { de: 'Erlaubte Adressen', en: 'Permitted addresses' },
      {
        help: {
          de: 'Adressen oder Netze, eines je Zeile. Leer: von überall',
          en: 'Addresses or networks, one a line. Empty: from anywhere',
        },
      },
    ),
    prefix: text({ de: 'Beginnt mit', en: 'Begins with' }, { readOnly: true, max: 24 }),
    uses: integer({ de: 'Aufrufe', en: 'Requests' }, { readOnly: true, default: 0 }),
    last_used_at: datetime({ de: 'Zuletzt benutzt', en: 'Last used' }, { readOnly: true }),
  },
  actions: {
    issue: { label: { de: 'Neuen Schlüssel ausgeben', en: 'Issue a new key' }, icon: 'key' },
  },
  scopes: { own: { owner_id: { eq: currentUser.id } } },
  list: {
    columns: ['name', 'prefix', 'owner_id', 'active', 'expires_at', 'last_used_at', 'uses'],
    filters: ['active', 'owner_id'],
    sort: ['name', 'ASC'],
  },
  form: {
    Schlüssel: ['name', 'owner_id', 'active', 'expires_at'],
    Grenzen: ['permissions', 'brand_ids', 'networks'],
  },
  sections: { Schlüssel: 'Key', Grenzen: 'Limits' },
  announces: 'access',
  step_up: true,
});
