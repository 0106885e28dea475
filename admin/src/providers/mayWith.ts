import { type CurrentUser, decide, type Grant, matches, type Operation, type Resource } from '@kontor/shared';

/** May this be done with this very record, as far as the browser can tell? The server has the last word. */
export function mayWith(
  { user, grants }: { readonly user: CurrentUser; readonly grants: readonly Grant[] },
  resource: Resource,
  operation: Operation,
  record: Record<string, unknown>,
): boolean {
  const decision = decide(grants, resource, operation);
  return decision === 'all' || (decision !== 'none' && matches(decision, record, user));
}
