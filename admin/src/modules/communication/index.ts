import type { ModulePresentation } from '../../app/registry.ts';

export default {
  email_messages: { show: () => import('./MailShow.tsx') },
} satisfies ModulePresentation;
