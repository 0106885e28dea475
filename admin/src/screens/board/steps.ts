import type { Resource } from '@kontor/shared';

/** What a drop means: a step of the workflow, or a plain change of the field. */
export type Drop =
  | { readonly kind: 'step'; readonly name: string; readonly needsInput: boolean }
  | { readonly kind: 'change' }
  | { readonly kind: 'none' };

/** The fitting step between two columns. Of several steps the one that asks for nothing is taken. */
export function dropFor(
  resource: Resource,
  by: string,
  from: string,
  to: string,
  may: (operation: 'update' | `transition.${string}`) => boolean,
): Drop {
  if (from === to) return { kind: 'none' };
  const { workflow } = resource;
  if (workflow?.field !== by) return may('update') ? { kind: 'change' } : { kind: 'none' };
  const steps = Object.entries(workflow.transitions)
    .filter(([name, step]) => step.to === to && step.from.includes(from) && may(`transition.${name}`))
    .map(([name, step]) => ({ name, needsInput: Boolean(step.input?.length) }))
    .sort((a, b) => Number(a.needsInput) - Number(b.needsInput));
  return steps[0] ? { kind: 'step', ...steps[0] } : { kind: 'none' };
}
