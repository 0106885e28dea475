import { PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { newKey } from '../../services/api_keys.ts';

/** Whoever makes a key for somebody else could act as them; that is for those who could do so anyway. */
function requireOwner({ access, engine }: Context, owner: unknown): void {
  if (owner !== access.actor.id && !access.unlimited(engine.model.get('users'), 'action.set_password'))
    throw new PublicError('invalid', { owner_id: 'kontor:key_for_others' });
}

export const apiKeys = {
  before: ({ context, operation, values, before }) => {
    if (operation === 'create' || operation === 'update') requireOwner(context, values.owner_id ?? before?.owner_id);
  },
  actions: {
    /** Makes the secret and tells it once; one that was told before ends with it. */
    issue: async ({ tx, context, record, once }) => {
      requireOwner(context, record.owner_id);
      const { key, prefix, hash } = newKey();
      const resource = context.engine.model.get('api_keys');
      await tx.query(
        sql`INSERT INTO api_key_secrets (id, key_id, key_hash, created_by) VALUES (${uuidv7()}, ${record.id}, ${hash}, ${context.access.actor.id}) ON CONFLICT (key_id) DO UPDATE SET key_hash = excluded.key_hash, updated_at = now(), version = api_key_secrets.version + 1`,
      );
      const [row] = await updateRows(context, tx, resource, [record.id], { prefix }, [
        {
          resource,
          id: record.id,
          version: record.version + 1,
          operation: 'update',
          before: { prefix: record.prefix },
          after: { prefix },
        },
      ]);
      Object.assign(once, row, { key });
      return undefined;
    },
  },
} satisfies Behaviour;
