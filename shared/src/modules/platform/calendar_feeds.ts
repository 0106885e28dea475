import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, datetime, json, secret, text } from '../../kinds/index.ts';

const own = { created_by: { eq: currentUser.id } };

/** Dates of Kontor in the calendar program of a user, under a secret address that can be taken back. */
export const calendarFeeds = defineResource({
  name: 'calendar_feeds',
  label: { de: ['Kalender-Abo', 'Kalender-Abos'], en: ['Calendar subscription', 'Calendar subscriptions'] },
  icon: 'event_repeat',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, search: 'A' }),
    resource: text(
      { de: 'Termine von', en: 'Dates of' },
      {
        max: 60,
        names: 'resource',
        viewed: 'calendar',
        examples: ['tasks', 'notes'],
        help: { de: 'Leer: alles, wofür Sie zuständig sind', en: 'Empty: everything that is assigned to you' },
      },
    ),
    filter: json({ de: 'Filter', en: 'Filter' }, { hidden: true, examples: [{}] }),
    active: boolean('Aktiv', { default: true }),
    token: secret(
      { de: 'Geheimer Teil der Adresse', en: 'Secret part of the address' },
      { readOnly: true, hidden: true },
    ),
    last_used_at: datetime({ de: 'Zuletzt abgerufen', en: 'Last fetched' }, { readOnly: true }),
  },
  actions: {
    address: { label: { de: 'Adresse anzeigen', en: 'Show address' }, icon: 'link' },
    renew: { label: { de: 'Neue Adresse', en: 'New address' }, icon: 'autorenew' },
  },
  scopes: { own, others: { not: own } },
  list: {
    columns: ['name', 'resource', 'active', 'last_used_at', 'created_at'],
    filters: ['active', 'resource'],
    sort: ['name', 'ASC'],
  },
  form: { Abo: ['name', 'resource', 'active', 'last_used_at'] },
  sections: { Abo: 'Subscription' },
});
