import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { skipNumbers } from '../../services/numbers.ts';

/** Do records take their numbers from this series? */
const isUsed = (context: Context, key: string): boolean =>
  [...context.engine.model.resources.values()].some((resource) =>
    Object.values(resource.fields).some((field) => field.kind === 'sequence' && field.series === key),
  );

/**
 * A series that was set back, renamed or deleted would begin anew, and give numbers out twice. Of a series without gaps the
 * numbers that are passed over are entered as such.
 */
export const numberSequences = {
  before: async ({ before, operation, values, context, tx }) => {
    if (!before || (before.next_value === 1 && !before.gapless) || !isUsed(context, before.key)) return;
    if (operation === 'delete') throw new PublicError('in_use');
    const to = values.next_value;
    if (typeof to === 'number' && to < before.next_value)
      throw new PublicError('invalid', { next_value: 'kontor:only_up' });
    for (const name of ['key', 'brand_id', 'company_id', ...(before.gapless ? ['yearly'] : [])])
      if (name in values) throw new PublicError('invalid', { [name]: 'kontor:series_in_use' });
    if (before.gapless && typeof to === 'number' && to > before.next_value)
      await skipNumbers(tx, {
        sequence: before,
        to,
        reason: 'Nummernkreis weitergestellt',
        actor: context.access.actor.id,
      });
  },
} satisfies Behaviour;
