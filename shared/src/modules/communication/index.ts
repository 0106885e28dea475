import { defineModule } from '../../define/module.ts';
import { emailMessages } from './email_messages.ts';
import { notes } from './notes.ts';

export const communication = defineModule({
  name: 'communication',
  label: { de: 'Kommunikation', en: 'Communication' },
  icon: 'forum',
  resources: [notes, emailMessages],
});
