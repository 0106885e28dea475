import type { Behaviour } from '../../engine/behaviour.ts';

export const publicLinks = {
  actions: {
    /** From now on the address shows nothing. */
    revoke: async () => ({ revoked_at: new Date().toISOString() }),
  },
} satisfies Behaviour;
