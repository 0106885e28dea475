import { defineModule } from '../../define/module.ts';
import { checklistItems } from './checklist_items.ts';
import { checklistTemplateItems } from './checklist_template_items.ts';
import { checklistTemplates } from './checklist_templates.ts';
import { checklists } from './checklists.ts';
import { tasks } from './tasks.ts';

export const work = defineModule({
  name: 'work',
  label: { de: 'Arbeit', en: 'Work' },
  icon: 'checklist',
  resources: [tasks, checklists, checklistItems, checklistTemplates, checklistTemplateItems],
});
