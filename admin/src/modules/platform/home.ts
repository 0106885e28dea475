import type { Tile } from '../../app/registry.ts';

export default [
  { name: 'recent_changes', resource: 'audit_entries', load: () => import('./RecentChanges.tsx') },
] satisfies readonly Tile[];
