import { defineResource } from '../../define/resource.ts';
import { text } from '../../kinds/index.ts';

/** What somebody must be able to do to lead a training: a licence, a certificate, an approval of our own. */
export const qualifications = defineResource({
  name: 'qualifications',
  label: { de: ['Qualifikation', 'Qualifikationen'] },
  icon: 'workspace_premium',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, unique: true, search: 'A' }),
    description: text('Beschreibung', { max: 500, search: 'B' }),
  },
  list: { columns: ['name', 'description'], sort: ['name', 'ASC'] },
  form: { Qualifikation: ['name', 'description'] },
  sections: { Qualifikation: 'Qualification' },
  import_key: ['name'],
});
