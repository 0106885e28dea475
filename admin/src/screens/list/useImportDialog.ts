import type { Resource } from '@kontor/shared';
import { useLoaded } from '../../app/useLoaded.ts';
import { useCan } from '../../providers/access.ts';

const load = () => import('../import/ImportDialog.tsx').then((module) => module.default);

/** May the user bring in records of the resource from a table? */
export function useImportable(resource: Resource): boolean {
  const can = useCan();
  return can('import', resource.name) && !resource.owned;
}

/** The import, loaded when it is first wanted. */
export const useImportDialog = (wanted: boolean, onFailed: () => void) => useLoaded(load, wanted, onFailed);
