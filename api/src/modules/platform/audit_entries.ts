import { message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { eraseTrail } from '../../services/audit_erase.ts';

export const auditEntries = {
  actions: {
    /** Blanks what all entries of the entry's record say (GDPR Art. 17); the seals stay whole. */
    erase: async ({ tx, record, input, context, once }) => {
      const erased =
        record.resource && record.record_id
          ? await eraseTrail(context, tx, record.resource, record.record_id, String(input.reason))
          : 0;
      if (!erased) throw new PublicError('invalid', { reason: message('nothing_to_erase') });
      Object.assign(once, { before: null, after: null, address: null });
      tx.afterCommit(() => context.engine.totals.changed('audit_entries'));
      return undefined;
    },
  },
} satisfies Behaviour;
