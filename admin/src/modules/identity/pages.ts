import type { ModulePage } from '../../app/pages.ts';

export default [
  { path: 'access/roles/:id', load: () => import('./RoleMatrixPage.tsx') },
  { path: 'access/explain', load: () => import('./ExplainAccess.tsx') },
  { path: 'sign_in_rules/preview', load: () => import('./SignInPreview.tsx') },
] satisfies readonly ModulePage[];
