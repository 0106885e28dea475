import type { Tile } from '../../app/registry.ts';

export default [
  { name: 'my_trainings', resource: 'trainer_assignments', wide: true, load: () => import('./own/MyTrainings.tsx') },
  { name: 'my_papers', resource: 'trainer_assignments', load: () => import('./own/MyPapers.tsx') },
] satisfies readonly Tile[];
