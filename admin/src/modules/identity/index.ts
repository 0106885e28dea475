import type { ModulePresentation } from '../../app/registry.ts';

export default {
  api_keys: {
    create: () => import('./ApiKeyCreate.tsx'),
    edit: () => import('./ApiKeyEdit.tsx'),
    show: () => import('./ApiKeyShow.tsx'),
  },
  roles: { show: () => import('./RoleShow.tsx') },
  users: { show: () => import('./UserShow.tsx') },
  sign_in_rules: { list: () => import('./SignInRules.tsx') },
} satisfies ModulePresentation;
