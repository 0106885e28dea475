import type { ModulePresentation } from '../../app/registry.ts';

export default {
  automation_rules: {
    create: () => import('./RuleCreate.tsx'),
    edit: () => import('./RuleEdit.tsx'),
    show: () => import('./RuleShow.tsx'),
  },
  automation_runs: { show: () => import('./RunShow.tsx') },
} satisfies ModulePresentation;
