import type { Resource } from '@kontor/shared';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useLoaded } from '../../app/useLoaded.ts';

const load = () => import('../import/ImportDialog.tsx').then((module) => module.default);

/** May the user bring in records of the resource from a table? */
export function useImportable(resource: Resource): boolean {
  const { shown, why } = useOffer(resource)('import');
  return shown && !why;
}

/** The import, loaded when it is first wanted. */
export const useImportDialog = (wanted: boolean, onFailed: () => void) => useLoaded(load, wanted, onFailed);
