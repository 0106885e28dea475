import {
  type Decision,
  decide,
  type Grant,
  isNavigated,
  isNavigatedWidely,
  type Operation,
  opens,
  type Resource,
} from '@kontor/shared';
import { useCallback, useMemo } from 'react';
import { type ManifestResource, manifestOf } from '../declarations.ts';
import { useSession } from './session.ts';

/** Decides with what the manifest knows: enough for none or some, the server decides about single records. */
export function decideByName(grants: readonly Grant[], resource: string, operation: Operation): Decision {
  const entry: ManifestResource | undefined = manifestOf(resource);
  return entry ? decide(grants, entry as unknown as Resource, operation) : 'none';
}

const written = new Set(['create', 'update', 'delete', 'restore', 'import']);

/** May the user do this with at least some records of the resource? Mirrors the server, which has the last word. */
export function may(grants: readonly Grant[], resource: string, operation: Operation): boolean {
  const flags = manifestOf(resource)?.flags;
  if (!flags || (flags.internal && written.has(operation))) return false;
  if (flags.append_only && operation !== 'create' && written.has(operation)) return false;
  if (flags.permanent && operation === 'delete') return false;
  return decideByName(grants, resource, operation) !== 'none';
}

/** `can('update', 'customers')` inside a component. */
export function useCan(): (operation: Operation, resource: string) => boolean {
  const { grants } = useSession();
  return useCallback((operation, resource) => may(grants, resource, operation), [grants]);
}

/** Which resources have a list of their own for the user, and is there more in it than what is theirs? */
export function useNavigated() {
  const { grants } = useSession();
  return useMemo(() => {
    const asked = (answer: typeof isNavigated) => (resource: Pick<Resource, 'name' | 'scopes' | 'private_to'>) =>
      answer(grants, resource as Resource);
    return { isNavigated: asked(isNavigated), isNavigatedWidely: asked(isNavigatedWidely) };
  }, [grants]);
}

/** May the user see (or write) fields of the resource with this guard? */
export function useOpens(resource: Resource, operation: Operation = 'read'): (guard: string | undefined) => boolean {
  const { grants } = useSession();
  return useCallback((guard) => opens(grants, guard, resource, operation), [grants, resource, operation]);
}
