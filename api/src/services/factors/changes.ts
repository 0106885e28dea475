import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { type AuditOperation, writeAudit } from '../audit.ts';

/** What happened to one factor, for the trail. */
export interface FactorChange {
  readonly resource: 'authenticators' | 'passkeys' | 'recovery_codes';
  readonly id: string;
  readonly operation: AuditOperation;
  /** What may be told of it; nothing secret. */
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

/**
 * Every change of how a user signs in passes here, in its transaction: recovery codes without a factor are thrown away,
 * the user's record says which factors there are (lists and the history show it), and the trail gets its entries.
 * Returns the record's new values, if it has changed. Whoever tells the user ("Ihre Anmeldedaten wurden geändert")
 * does it from here, after the commit.
 */
export async function factorsChanged(
  context: Context,
  tx: Transaction,
  userId: string,
  changes: readonly FactorChange[],
): Promise<Row | undefined> {
  const { model } = context.engine;
  const users = model.get('users');
  const [user] = await tx.query<Row>(
    sql`SELECT id, version, factors FROM users WHERE id = ${userId} FOR NO KEY UPDATE`,
  );
  await tx.query(
    sql`DELETE FROM recovery_codes WHERE user_id = ${userId} AND NOT EXISTS (SELECT 1 FROM authenticators WHERE user_id = ${userId}) AND NOT EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${userId})`,
  );
  const [now] = await tx.query<Record<string, boolean>>(
    sql`SELECT EXISTS (SELECT 1 FROM authenticators WHERE user_id = ${userId}) AS authenticator, EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${userId}) AS passkey, EXISTS (SELECT 1 FROM recovery_codes WHERE user_id = ${userId}) AS recovery_codes`,
  );
  const factors = ['authenticator', 'passkey', 'recovery_codes'].filter((name) => now![name]);
  await writeAudit(
    context,
    tx,
    changes.map(({ resource, id, operation, before, after }) => ({
      resource: model.get(resource),
      id,
      version: 1,
      operation,
      before: before ? { user_id: userId, ...before } : null,
      after: after ? { user_id: userId, ...after } : null,
    })),
  );
  if (isDeepStrictEqual(user!.factors, factors)) return undefined;
  const [row] = await updateRows(context, tx, users, [userId], { factors }, [
    {
      resource: users,
      id: userId,
      version: user!.version + 1,
      operation: 'update',
      before: { factors: user!.factors },
      after: { factors },
    },
  ]);
  tx.afterCommit(() => context.engine.totals.changed(users.name));
  return row;
}

/** Takes all factors of a user away, and with them the sessions that they opened. */
export async function removeAllFactors(context: Context, tx: Transaction, userId: string): Promise<Row | undefined> {
  const gone: FactorChange[] = [];
  for (const app of await tx.query<{ id: string }>(
    sql`DELETE FROM authenticators WHERE user_id = ${userId} RETURNING id`,
  ))
    gone.push({ resource: 'authenticators', id: app.id, operation: 'purge', before: {} });
  for (const key of await tx.query<{ id: string; name: string }>(
    sql`DELETE FROM passkeys WHERE user_id = ${userId} RETURNING id, name`,
  ))
    gone.push({ resource: 'passkeys', id: key.id, operation: 'purge', before: { name: key.name } });
  for (const table of [sql`factor_failures`, sql`sign_in_challenges`, sql`sessions`])
    await tx.query(sql`DELETE FROM ${table} WHERE user_id = ${userId}`);
  return factorsChanged(context, tx, userId, gone);
}
