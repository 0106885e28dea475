import { defineModule } from '../../define/module.ts';
import { documentTemplates } from './document_templates.ts';
import { documentVersions } from './document_versions.ts';
import { documents as documentsResource } from './documents.ts';

export const documents = defineModule({
  name: 'documents',
  label: { de: 'Dokumente', en: 'Documents' },
  icon: 'folder_open',
  resources: [documentsResource, documentVersions, documentTemplates],
});
