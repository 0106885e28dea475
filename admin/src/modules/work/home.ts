import type { Tile } from '../../app/registry.ts';

export default [
  { name: 'my_tasks', resource: 'tasks', wide: true, load: () => import('./MyTasks.tsx') },
] satisfies readonly Tile[];
