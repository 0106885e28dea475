import type { ModulePage } from '../../app/pages.ts';

export default [
  { path: 'training_sessions/:id/attendance', load: () => import('./Attendance.tsx') },
  { path: 'trainings/:id/trainers', load: () => import('./matcher/FindTrainers.tsx') },
] satisfies readonly ModulePage[];
