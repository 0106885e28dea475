import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';

export const publicLinks = {
  actions: {
    /** From now on the address shows nothing. */
    revoke: async ({ record }) => {
      if (record.revoked_at) throw new PublicError('transition_refused');
      return { revoked_at: new Date().toISOString() };
    },
  },
} satisfies Behaviour;
