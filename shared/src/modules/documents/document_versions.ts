import { defineResource } from '../../define/resource.ts';
import { file, integer, reference, text } from '../../kinds/index.ts';

/** What a document's file was at a time. Written by the server whenever the document gets another file. */
export const documentVersions = defineResource({
  name: 'document_versions',
  label: { de: ['Fassung', 'Fassungen'], en: ['Version', 'Versions'] },
  title: ['number'],
  fields: {
    document_id: reference('Dokument', { to: 'documents', required: true, onDelete: 'cascade' }),
    number: integer('Nummer', { required: true, min: 1, total: false }),
    file_id: file('Datei', { required: true }),
    media_type: text({ de: 'Typ', en: 'Type' }, { required: true, max: 120 }),
    size: integer({ de: 'Größe (Byte)', en: 'Size (bytes)' }, { required: true }),
    note: text({ de: 'Anmerkung', en: 'Note' }, { max: 300 }),
  },
  unique: [['document_id', 'number']],
  owned: true,
});
