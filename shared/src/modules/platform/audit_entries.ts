import { defineResource } from '../../define/resource.ts';
import { choice, integer, json, text } from '../../kinds/index.ts';

/** One per changed record and version, written in the transaction of the change. */
export const auditEntries = defineResource({
  name: 'audit_entries',
  label: { de: ['Protokolleintrag', 'Protokoll'], en: ['Audit entry', 'Audit trail'] },
  icon: 'history',
  title: ['resource', 'operation'],
  fields: {
    resource: text({ de: 'Bereich', en: 'Resource' }, { required: true, max: 60 }),
    record_id: text({ de: 'Datensatz', en: 'Record' }, { required: true, max: 36 }),
    record_version: integer('Version', { required: true }),
    operation: choice(
      'Vorgang',
      {
        create: { de: 'Angelegt', en: 'Created' },
        update: { de: 'Geändert', en: 'Changed' },
        delete: { de: 'Gelöscht', en: 'Deleted' },
        restore: { de: 'Wiederhergestellt', en: 'Restored' },
        purge: { de: 'Endgültig gelöscht', en: 'Deleted for good' },
        transition: { de: 'Statuswechsel', en: 'Status change' },
      },
      { required: true },
    ),
    before: json('Vorher'),
    after: json('Nachher'),
    request_id: text('Anfrage', { max: 60 }),
  },
  indices: [['resource', 'record_id', 'record_version']],
  list: {
    columns: ['created_at', 'created_by', 'resource', 'operation', 'record_id', 'record_version'],
    filters: ['resource', 'operation', 'created_by'],
    sort: ['created_at', 'DESC'],
  },
  append_only: true,
  internal: true,
});
