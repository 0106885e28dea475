import { type FieldErrors, message, PublicError, resourceLabel, slotsOf } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { templateMistake } from '../../services/mail/liquid.ts';

/** A template that can not be filled is not saved: mistakes are told at their field. */
export const emailTemplates = {
  before: ({ operation, values, before, context }) => {
    if (operation === 'delete') return;
    const { model } = context.engine;
    const template = { ...before, ...values } as Record<string, string>;
    const mailable = model.subjects('mailable');
    const resource = mailable.includes(template.resource!) ? model.get(template.resource!) : undefined;
    if (!resource) {
      const names = mailable.map((name) => resourceLabel(model.get(name), context.locale)).join(', ');
      throw new PublicError('invalid', { resource: message('not_mailable', { names }) });
    }
    const known = slotsOf(resource, (name) => model.resources.get(name));
    const errors: FieldErrors = {};
    for (const name of ['subject', 'body']) {
      const mistake = templateMistake(template[name]!, known);
      if (mistake) errors[name] = mistake;
    }
    if (Object.keys(errors).length) throw new PublicError('invalid', errors);
  },
} satisfies Behaviour;
