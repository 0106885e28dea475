import type { ModulePresentation } from '../../app/registry.ts';

export default {
  trainings: { show: () => import('./TrainingShow.tsx') },
  training_sessions: { show: () => import('./SessionShow.tsx') },
} satisfies ModulePresentation;
