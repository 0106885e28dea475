import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { integer, text } from '../../kinds/index.ts';

/** Uploaded content, addressed by its SHA-256. Written by the upload endpoint only. */
export const files = defineResource({
  name: 'files',
  label: { de: ['Datei', 'Dateien'] },
  icon: 'attach_file',
  title: ['name'],
  fields: {
    name: text('Dateiname', { required: true, max: 255, search: 'A' }),
    media_type: text({ de: 'Typ', en: 'Type' }, { required: true, max: 120, readOnly: true }),
    size: integer({ de: 'Größe (Byte)', en: 'Size (bytes)' }, { required: true, readOnly: true }),
    sha256: text({ de: 'Prüfsumme', en: 'Checksum' }, { required: true, max: 64, readOnly: true, hidden: true }),
  },
  // of files alone one sees one's own; all others follow the records that refer to them
  scopes: { own: { created_by: { eq: currentUser.id } }, brand: { created_by: { eq: currentUser.id } } },
  seen_by_referrers: true,
  indices: [['sha256']],
  list: { columns: ['name', 'media_type', 'size', 'created_at', 'created_by'], sort: ['created_at', 'DESC'] },
  internal: true,
});
