import type { ModulePresentation } from '../../app/registry.ts';

export default {
  automation_rules: {
    create: () => import('./RuleCreate.tsx'),
    edit: () => import('./RuleEdit.tsx'),
    show: () => import('./RuleShow.tsx'),
  },
} satisfies ModulePresentation;
