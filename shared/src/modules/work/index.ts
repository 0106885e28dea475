import { defineModule } from '../../define/module.ts';
import { tasks } from './tasks.ts';

export const work = defineModule({
  name: 'work',
  label: { de: 'Arbeit', en: 'Work' },
  icon: 'checklist',
  resources: [tasks],
});
