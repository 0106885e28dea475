import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';

/** A rule gives roles: only those may write one who may give them by hand as well. */
export const signInRules = {
  before: ({ context: { access, engine } }) => {
    if (!access.unlimited(engine.model.get('users'), 'update')) throw new PublicError('forbidden');
  },
} satisfies Behaviour;
