import { defineModule } from '../../define/module.ts';
import { emailAccounts } from './email_accounts.ts';
import { emailAttachments } from './email_attachments.ts';
import { emailMessages } from './email_messages.ts';
import { emailTemplates } from './email_templates.ts';
import { notes } from './notes.ts';
import { notificationChoices } from './notification_choices.ts';
import { notifications } from './notifications.ts';
import { reminders } from './reminders.ts';

export const communication = defineModule({
  name: 'communication',
  label: { de: 'Kommunikation', en: 'Communication' },
  icon: 'forum',
  resources: [
    notes,
    notifications,
    notificationChoices,
    reminders,
    emailMessages,
    emailAttachments,
    emailTemplates,
    emailAccounts,
  ],
});
