import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';

/** Do records take their numbers from this series? */
const isUsed = (context: Context, key: string): boolean =>
  [...context.engine.model.resources.values()].some((resource) =>
    Object.values(resource.fields).some((field) => field.kind === 'sequence' && field.series === key),
  );

/** A series that was set back, renamed or deleted would begin anew, and give numbers out twice. */
export const numberSequences = {
  before: ({ before, operation, values, context }) => {
    if (!before || before.next_value === 1 || !isUsed(context, before.key)) return;
    if (operation === 'delete') throw new PublicError('in_use');
    if (typeof values.next_value === 'number' && values.next_value < before.next_value)
      throw new PublicError('invalid', { next_value: 'kontor:only_up' });
    for (const name of ['key', 'brand_id'])
      if (name in values) throw new PublicError('invalid', { [name]: 'kontor:series_in_use' });
  },
} satisfies Behaviour;
