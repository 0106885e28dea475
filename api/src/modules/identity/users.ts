import { v7 as uuidv7 } from 'uuid';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';
import { removeAllFactors } from '../../services/factors/changes.ts';
import { hashPassword } from '../../services/passwords.ts';

export const users = {
  actions: {
    /** Sets the password and ends the user's sessions on all devices. */
    set_password: async ({ tx, record, input, context }) => {
      const hashed = await hashPassword(context.engine.secrets.decrypt(input.password as string));
      await tx.query(
        sql`INSERT INTO credentials (id, user_id, password_hash, created_by) VALUES (${uuidv7()}, ${record.id}, ${hashed}, ${context.access.actor.id}) ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, updated_at = now(), version = credentials.version + 1`,
      );
      await tx.query(sql`DELETE FROM sessions WHERE user_id = ${record.id}`);
      return undefined;
    },
    /** For who has lost their phone: takes all factors away and signs the user out; the password alone signs in again. */
    reset_factors: async ({ tx, record, context }) => {
      Object.assign(record, await removeAllFactors(context, tx, record.id));
      return undefined;
    },
  },
} satisfies Behaviour;
