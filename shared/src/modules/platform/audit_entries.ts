import { defineResource } from '../../define/resource.ts';
import { choice, integer, json, text } from '../../kinds/index.ts';
import { origins } from '../../origins.ts';

/** What can happen: changes of a record (they have a version), and events without a changed record. */
export const auditOperations = {
  create: { de: 'Angelegt', en: 'Created' },
  update: { de: 'Geändert', en: 'Changed' },
  delete: { de: 'Gelöscht', en: 'Deleted' },
  restore: { de: 'Wiederhergestellt', en: 'Restored' },
  purge: { de: 'Endgültig gelöscht', en: 'Deleted for good' },
  transition: { de: 'Statuswechsel', en: 'Status change' },
  sign_in: { de: 'Angemeldet', en: 'Signed in' },
  sign_in_failed: { de: 'Anmeldung gescheitert', en: 'Sign-in failed' },
  sign_out: { de: 'Abgemeldet', en: 'Signed out' },
  security: { de: 'Sicherheit', en: 'Security' },
  permission: { de: 'Berechtigung', en: 'Permission' },
  read: { de: 'Angesehen', en: 'Viewed' },
  export: { de: 'Exportiert', en: 'Exported' },
  import: { de: 'Importiert', en: 'Imported' },
  denied: { de: 'Abgewiesen', en: 'Refused' },
  erase: { de: 'Inhalt gelöscht', en: 'Content erased' },
} as const;

/** One per changed record and version, written in the transaction of the change; and one per event that changes no record. */
export const auditEntries = defineResource({
  name: 'audit_entries',
  label: { de: ['Protokolleintrag', 'Protokoll'], en: ['Audit entry', 'Audit trail'] },
  icon: 'history',
  title: ['resource', 'operation'],
  fields: {
    resource: text({ de: 'Bereich', en: 'Resource' }, { max: 60, names: 'resource' }),
    record_id: text({ de: 'Datensatz', en: 'Record' }, { max: 36, names: 'record' }),
    record_version: integer('Version', { total: false }),
    operation: choice('Vorgang', auditOperations, { required: true }),
    origin: choice('Herkunft', origins),
    actor_key: text({ de: 'API-Schlüssel', en: 'API key' }, { max: 120 }),
    actor_job: text({ de: 'Aufgabe', en: 'Job' }, { max: 120 }),
    // no reference: who impersonated can be deleted like everybody else, and the trail goes on telling
    impersonator: text({ de: 'Angesehen als durch', en: 'Impersonated by' }, { max: 36 }),
    address: text({ de: 'IP-Adresse', en: 'IP address' }, { max: 60 }),
    before: json('Vorher'),
    after: json('Nachher'),
    request_id: text('Anfrage', { max: 60 }),
  },
  indices: [['resource', 'record_id', 'record_version']],
  actions: {
    // on one entry, for all of its record; what is erased can not come back
    erase: {
      label: { de: 'Inhalte dieses Datensatzes löschen', en: 'Erase the contents of this record' },
      icon: 'delete',
      step_up: true,
      input: {
        reason: text(
          { de: 'Rechtsgrund', en: 'Legal reason' },
          {
            required: true,
            min: 5,
            max: 2000,
            multiline: true,
            help: {
              de: 'Alle Einträge zu diesem Datensatz verlieren Werte und IP-Adressen, für immer. Dass, wann und durch wen etwas geschah, bleibt stehen, und auch diese Löschung mit ihrem Grund.',
              en: 'All entries of this record lose values and addresses, for good. That something happened, when and by whom, stays, and so does this erasure with its reason.',
            },
          },
        ),
      },
    },
  },
  list: {
    columns: ['created_at', 'created_by', 'resource', 'operation', 'origin', 'record_id', 'record_version'],
    filters: ['resource', 'operation', 'created_by'],
    sort: ['created_at', 'DESC'],
  },
  append_only: true,
  partition: 'month',
  sealed: { by: 'audit_seals', content: ['address', 'before', 'after'] },
  internal: true,
});
