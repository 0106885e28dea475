import type { ModulePresentation } from '../../app/registry.ts';

export default {
  audit_entries: { list: () => import('./AuditList.tsx') },
  calendar_feeds: { show: () => import('./FeedShow.tsx') },
  jobs: { show: () => import('./JobShow.tsx') },
  number_sequences: { show: () => import('./NumberSequenceShow.tsx') },
} satisfies ModulePresentation;
