import { type Operation, PublicError, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import type { Context, Values } from './context.ts';
import { lineLink } from './get.ts';

/** What a write is about to do, as far as declarations may call it dangerous. */
interface Touched {
  readonly columns: Values;
  readonly pairs: object;
  readonly lines: object;
}

/** Is the operation declared dangerous: for the whole resource, the step, the action, a changed field, or changed lines? */
function isDangerous(context: Context, resource: Resource, operation: Operation, touched?: Touched): boolean {
  const [verb, name = ''] = operation.split('.');
  if (verb === 'action') return resource.actions?.[name]?.step_up === true;
  if (resource.step_up || (verb === 'transition' && resource.workflow?.transitions[name]?.step_up)) return true;
  const fields = touched ? Object.keys({ ...touched.columns, ...touched.pairs, ...touched.lines }) : [];
  return fields.some((field) => namesDanger(context, resource, field));
}

/** Does writing this property (a wire name, or a lines field) ask for a proof? */
export function namesDanger(context: Context, resource: Resource, name: string): boolean {
  const field = resource.fields[name] ?? resource.fields[name.replace(/_(resource|id)$/, '')];
  if (!field) return false;
  return field.step_up === true || (field.kind === 'lines' && lineLink(context, resource, name).child.step_up === true);
}

/** Refuses with 403 unless who asks has proven to be themselves within the last minutes. */
export async function requireProven(context: Context, on: Queryable): Promise<void> {
  if (context.proven && !(await context.proven(on))) throw new PublicError('step_up_required');
}

/** Asks for a proof where the declaration calls the operation dangerous. `touched`: what would be written, once it is known. */
export async function requireProof(
  context: Context,
  on: Queryable,
  resource: Resource,
  operation: Operation,
  touched?: Touched,
): Promise<void> {
  if (isDangerous(context, resource, operation, touched)) await requireProven(context, on);
}
