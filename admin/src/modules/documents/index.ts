import type { ModulePresentation } from '../../app/registry.ts';

export default {
  document_templates: { below_form: () => import('./TryLetter.tsx') },
} satisfies ModulePresentation;
