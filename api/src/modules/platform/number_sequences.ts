import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';

export const numberSequences = {
  /** A counter set back would give numbers out twice. */
  before: ({ before, values }) => {
    if (before && typeof values.next_value === 'number' && values.next_value < before.next_value)
      throw new PublicError('invalid', { next_value: 'kontor:only_up' });
  },
} satisfies Behaviour;
