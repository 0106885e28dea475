import { PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';
import { newPrefix, newSecret } from '../../services/api_keys.ts';

/** Whoever makes a key for somebody else could act as them; that is for those who could do so anyway. */
export const apiKeys = {
  before: ({ context, operation, values, before }) => {
    const { access, engine } = context;
    const owner = values.owner_id ?? before?.owner_id;
    const writes = operation === 'create' || operation === 'update';
    if (writes && owner !== access.actor.id && !access.unlimited(engine.model.get('users'), 'action.set_password'))
      throw new PublicError('invalid', { owner_id: 'kontor:key_for_others' });
    if (operation === 'create') values.prefix = newPrefix();
  },
  /** The answer to the creation, and no other, carries the key. */
  after: async ({ tx, context, operation, record }) => {
    if (operation !== 'create') return;
    const { key, hash } = newSecret(record.prefix);
    await tx.query(
      sql`INSERT INTO api_key_secrets (id, key_id, key_hash, created_by) VALUES (${uuidv7()}, ${record.id}, ${hash}, ${context.access.actor.id})`,
    );
    record.key = key;
  },
} satisfies Behaviour;
