import { defineResource } from '../../define/resource.ts';
import { datetime, reference, text } from '../../kinds/index.ts';

/** A form that is open in a window of somebody's browser. Known for half a minute after it was last heard of. */
export const presences = defineResource({
  name: 'presences',
  label: { de: ['Anwesenheit', 'Anwesenheiten'], en: ['Presence', 'Presences'] },
  title: ['resource'],
  fields: {
    window_id: text({ de: 'Fenster', en: 'Window' }, { required: true, max: 36, unique: true }),
    resource: text({ de: 'Bereich', en: 'Resource' }, { required: true, max: 60 }),
    record_id: text({ de: 'Datensatz', en: 'Record' }, { required: true, max: 36 }),
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    seen_at: datetime({ de: 'Zuletzt gesehen', en: 'Last seen' }, { required: true }),
  },
  indices: [['resource', 'record_id'], ['seen_at']],
  server_only: true,
});
