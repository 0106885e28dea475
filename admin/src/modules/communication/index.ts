import type { ModulePresentation } from '../../app/registry.ts';

export default {
  email_templates: { below_form: () => import('./TryMail.tsx') },
  email_messages: { show: () => import('./MailShow.tsx') },
} satisfies ModulePresentation;
