import { defineResource } from '../../define/resource.ts';
import { choice, file, integer, lines, subject, text } from '../../kinds/index.ts';

/** A file that hangs on a record, and is seen by who sees that record. Earlier files are kept as versions. */
export const documents = defineResource({
  name: 'documents',
  label: { de: ['Dokument', 'Dokumente'] },
  icon: 'description',
  title: ['name'],
  fields: {
    subject: subject({ de: 'Gehört zu', en: 'Belongs to' }, { of: 'documentable', required: true }),
    name: text({ de: 'Bezeichnung', en: 'Name' }, { required: true, max: 255, search: 'A' }),
    file_id: file('Datei', { required: true }),
    category: choice(
      { de: 'Kategorie', en: 'Category' },
      {
        contract: { de: 'Vertrag', en: 'Contract' },
        offer: { de: 'Angebot', en: 'Offer' },
        invoice: { de: 'Rechnung', en: 'Invoice' },
        receipt: { de: 'Beleg', en: 'Receipt' },
        certificate: { de: 'Bescheinigung', en: 'Certificate' },
        photo: { de: 'Foto', en: 'Photo' },
        letter: { de: 'Schreiben', en: 'Letter' },
        other: { de: 'Sonstiges', en: 'Other' },
      },
      { required: true, default: 'other' },
    ),
    folder: text(
      { de: 'Ordner', en: 'Folder' },
      {
        max: 120,
        search: 'B',
        help: { de: 'Zum Beispiel „Verträge / 2026“', en: 'For example “Contracts / 2026”' },
      },
    ),
    description: text('Beschreibung', { multiline: true, max: 2000, search: 'B' }),
    version_note: text(
      { de: 'Anmerkung zur Fassung', en: 'Note on the version' },
      { max: 300, help: { de: 'Was an dieser Datei neu ist', en: 'What is new in this file' } },
    ),
    media_type: text({ de: 'Typ', en: 'Type' }, { max: 120, readOnly: true }),
    size: integer({ de: 'Größe (Byte)', en: 'Size (bytes)' }, { readOnly: true, total: false }),
    version_number: integer({ de: 'Fassung', en: 'Version number' }, { readOnly: true, total: false }),
    versions: lines(
      { de: 'Fassungen', en: 'Versions' },
      { of: 'document_versions', by: 'document_id', readOnly: true },
    ),
  },
  // rows are narrowed by their subject: who sees only what is assigned to them sees only the documents of that
  scopes: { assigned: { subject_id: { null: false } } },
  list: {
    columns: ['name', 'category', 'folder', 'subject', 'media_type', 'size', 'updated_at', 'created_by'],
    filters: ['category', 'folder', 'created_by', 'created_at'],
    sort: ['created_at', 'DESC'],
  },
  form: {
    Dokument: ['file_id', 'name', 'category', 'folder', 'description', 'subject'],
    Fassungen: ['version_note', 'versions'],
  },
  sections: { Dokument: 'Document', Fassungen: 'Versions' },
  views: {
    files: {
      file: 'file_id',
      name: 'name',
      type: 'media_type',
      size: 'size',
      group: 'folder',
      details: ['category'],
      versions: 'versions',
    },
  },
  stream: { at: 'created_at', text: 'name', sort: 'category' },
  trash: true,
});
