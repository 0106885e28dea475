import {
  type FieldErrors,
  type MessageKey,
  type Model,
  message,
  PublicError,
  type Resource,
  resourceLabel,
  slotsOf,
} from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { templateMistake } from './liquid.ts';

/** Refuses a template that can not be filled with any record of this resource; what is wrong is told at its field. */
export function requireFillable(
  template: { readonly subject: string; readonly body: string },
  resource: Resource,
  model: Model,
): void {
  const known = slotsOf(resource, (name) => model.resources.get(name));
  const errors: FieldErrors = {};
  for (const name of ['subject', 'body'] as const) {
    const mistake = templateMistake(template[name], known);
    if (mistake) errors[name] = mistake;
  }
  if (Object.keys(errors).length) throw new PublicError('invalid', errors);
}

/**
 * A hook for resources that hold templates (`resource`, `subject`, `body`): one for a resource without the ability is refused
 * with a message, and so is one that can not be filled, at its field.
 */
export const checkTemplate =
  (ability: string, refusal: MessageKey): NonNullable<Behaviour['before']> =>
  ({ operation, values, before, context }) => {
    if (operation === 'delete') return;
    const { model } = context.engine;
    const template = { ...before, ...values } as { resource: string; subject: string; body: string };
    const able = model.subjects(ability);
    const resource = able.includes(template.resource) ? model.get(template.resource) : undefined;
    if (!resource) {
      const names = able.map((name) => resourceLabel(model.get(name), context.locale)).join(', ');
      throw new PublicError('invalid', { resource: message(refusal, { names }) });
    }
    requireFillable(template, resource, model);
  };
