import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choices, lines, references, rollup, text } from '../../kinds/index.ts';

/** What there is to do each time, as a list to start from. */
export const checklistTemplates = defineResource({
  name: 'checklist_templates',
  label: { de: ['Checklistenvorlage', 'Checklistenvorlagen'] },
  icon: 'fact_check',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    formats: choices(
      { de: 'Für', en: 'For' },
      {
        online: { de: 'Online', en: 'Online' },
        classroom: { de: 'Präsenz', en: 'Classroom' },
        hybrid: { de: 'Hybrid', en: 'Hybrid' },
      },
      { help: { de: 'Leer: für jedes Format', en: 'Empty: for every format' } },
    ),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' },
    }),
    always: boolean(
      { de: 'Bei jedem Training', en: 'With every training' },
      {
        help: {
          de: 'Sonst nur dort, wo eine Vorlage des Katalogs sie nennt',
          en: 'Otherwise only where a template of the catalogue names it',
        },
      },
    ),
    active: boolean('Aktiv', { default: true }),
    items: lines({ de: 'Punkte', en: 'Items' }, { of: 'checklist_template_items', by: 'template_id' }),
    items_count: rollup(
      { de: 'Punkte', en: 'Items' },
      { of: 'checklist_template_items', by: 'template_id', count: true },
    ),
  },
  scopes: { brand: { or: [{ brand_ids: { null: true } }, { brand_ids: { has: currentUser.brand_ids } }] } },
  list: {
    columns: ['name', 'formats', 'items_count', 'always', 'brand_ids', 'active'],
    filters: ['formats', 'active', 'brand_ids'],
    sort: ['name', 'ASC'],
  },
  form: { Vorlage: ['name', 'formats', 'brand_ids', 'always', 'active'], Punkte: ['items'] },
  sections: { Vorlage: 'Template', Punkte: 'Items' },
  import_key: ['name'],
  trash: true,
});
