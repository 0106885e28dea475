import { defineModule } from '../../define/module.ts';
import { notes } from './notes.ts';

export const communication = defineModule({
  name: 'communication',
  label: { de: 'Kommunikation', en: 'Communication' },
  icon: 'forum',
  resources: [notes],
});
