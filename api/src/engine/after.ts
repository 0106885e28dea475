import type { Resource } from '@kontor/shared';
import { tellMentioned } from '../services/notifications/mentioned.ts';
import type { Hook } from './behaviour.ts';
import type { Engine, Row } from './context.ts';

/** Is there something to do once a record of the resource is written? Then its commit waits for that. */
export const hasAfter = (engine: Engine, resource: Resource): boolean =>
  Boolean(resource.stream?.mentions || engine.behaviours[resource.name]?.after);

/** What follows from a written record: who is named in it hears of it, and what the resource's hook has to do. */
export async function runAfter(hook: Hook & { readonly record: Row }): Promise<void> {
  await tellMentioned(hook);
  await hook.context.engine.behaviours[hook.resource.name]?.after?.(hook);
}
