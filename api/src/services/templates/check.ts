import { type FieldErrors, type MessageKey, message, PublicError, resourceLabel, slotsOf } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { templateMistake } from './liquid.ts';

/**
 * A hook for resources that hold templates (`resource`, `subject`, `body`): one for a resource without the ability is refused
 * with a message, and so is one that can not be filled, at its field.
 */
export const checkTemplate =
  (ability: string, refusal: MessageKey): NonNullable<Behaviour['before']> =>
  ({ operation, values, before, context }) => {
    if (operation === 'delete') return;
    const { model } = context.engine;
    const template = { ...before, ...values } as Record<string, string>;
    const able = model.subjects(ability);
    const resource = able.includes(template.resource!) ? model.get(template.resource!) : undefined;
    if (!resource) {
      const names = able.map((name) => resourceLabel(model.get(name), context.locale)).join(', ');
      throw new PublicError('invalid', { resource: message(refusal, { names }) });
    }
    const known = slotsOf(resource, (name) => model.resources.get(name));
    const errors: FieldErrors = {};
    for (const name of ['subject', 'body']) {
      const mistake = templateMistake(template[name]!, known);
      if (mistake) errors[name] = mistake;
    }
    if (Object.keys(errors).length) throw new PublicError('invalid', errors);
  };
