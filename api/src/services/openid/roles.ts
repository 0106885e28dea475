import { evaluateRules, type RoleAssignment, type SignInRule } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { insertMany, updateRows } from '../../engine/statements.ts';
import { raw, sql } from '../../query/sql.ts';
import { type AuditEntry, writeAudit } from '../audit.ts';
import type { Claims } from './client.ts';
import type { OpenIdProvider } from './providers.ts';

/** What came of the rules at a sign-in. */
export interface Synchronised {
  /** Claims that rules ask for and that were not there; nothing was taken away then. */
  readonly missing: readonly string[];
  /** A role had to stay, because nobody else could administer. */
  readonly lastAdministrator: boolean;
}

interface Stored extends RoleAssignment {
  readonly id: string;
  readonly version: number;
  readonly origin: string;
  readonly provider: string | null;
}

const keyOf = ({ role_id, brand_id }: RoleAssignment) => `${role_id} ${brand_id}`;

/** The rules that count. Their order means nothing: each that applies gives its role. */
const rulesOf = (tx: Transaction): Promise<SignInRule[]> =>
  tx.query<SignInRule>(
    sql`SELECT r.id, r.provider, r.claim, r.operator, r.value, r.role_id, r.active, ARRAY(SELECT target_id FROM sign_in_rules_brand_ids WHERE record_id = r.id ORDER BY 1) AS brand_ids FROM sign_in_rules r WHERE r.active ORDER BY r.id`,
  );

/**
 * Gives a user the roles that follow from claims, and takes those that came from the same provider and follow no more. What
 * was given by hand stays. Where a claim is missing nothing is taken: a provider that tells less than usual demotes nobody.
 */
export async function synchroniseRoles(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  userId: string,
  claims: Claims,
): Promise<Synchronised> {
  const rules = await rulesOf(tx);
  const { assignments, missing } = evaluateRules(rules, provider.id, claims);
  if (!rules.some((rule) => !rule.provider || rule.provider === provider.id))
    return { missing, lastAdministrator: false };
  await tx.query(sql`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`); // two windows at once: one after the other
  const stored = await tx.query<Stored>(
    sql`SELECT id, version, role_id, brand_id, origin, provider FROM user_roles WHERE user_id = ${userId} AND valid_from IS NULL AND valid_to IS NULL`,
  );
  const has = new Set(stored.map(keyOf));
  const wanted = new Set(assignments.map(keyOf));
  const given = assignments.filter((one) => !has.has(keyOf(one)));
  const taken = missing.length
    ? []
    : stored.filter((one) => one.origin === 'provider' && one.provider === provider.id && !wanted.has(keyOf(one)));
  if (given.length + taken.length === 0) return { missing, lastAdministrator: false };
  const attempt = (lost: readonly Stored[]) =>
    isAdministered(tx, () => write(context, tx, provider, userId, stored, given, lost));
  if (await attempt(taken)) return { missing, lastAdministrator: false };
  // what is given may take rights away as well, by a denial: then nothing changes at all
  if (taken.length && given.length) await attempt([]);
  return { missing, lastAdministrator: true };
}

/** Does work unless nobody would be left to administer; then it is taken back, and the answer is false. */
async function isAdministered(tx: Transaction, work: () => Promise<void>): Promise<boolean> {
  try {
    await tx.savepoint(async () => {
      await work();
      await tx.query(raw('SET CONSTRAINTS ALL IMMEDIATE'));
      await tx.query(raw('SET CONSTRAINTS ALL DEFERRED'));
    });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'KN004') throw error;
    return false;
  }
}

/** Writes the assignments with their trail: entries of their own, and one of the user as for a change by hand. */
async function write(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  userId: string,
  stored: readonly Stored[],
  given: readonly RoleAssignment[],
  taken: readonly Stored[],
): Promise<void> {
  const [lines, users] = ['user_roles', 'users'].map((name) => context.engine.model.get(name)) as [
    ReturnType<Context['engine']['model']['get']>,
    ReturnType<Context['engine']['model']['get']>,
  ];
  const fresh = given.map((one) => ({
    id: uuidv7(),
    user_id: userId,
    role_id: one.role_id,
    brand_id: one.brand_id,
    origin: 'provider',
    provider: provider.id,
  }));
  if (taken.length) await tx.query(sql`DELETE FROM user_roles WHERE id = ANY(${taken.map(({ id }) => id)}::uuid[])`);
  await insertMany(context, tx, lines, fresh);
  const entries: AuditEntry[] = [
    ...fresh.map(
      (row): AuditEntry => ({ resource: lines, id: row.id, version: 1, operation: 'create', before: null, after: row }),
    ),
    ...taken.map(
      ({ version, ...row }): AuditEntry => ({
        resource: lines,
        id: row.id,
        version: version + 1,
        operation: 'purge',
        before: row,
        after: null,
      }),
    ),
  ];
  await writeAudit(context, tx, entries);
  const [user] = await tx.query<Row>(sql`SELECT version FROM users WHERE id = ${userId}`);
  const shown = (rows: readonly (RoleAssignment & { readonly id: string; readonly origin: string })[]) =>
    rows.map(({ id, role_id, brand_id, origin }) => ({ id, role_id, brand_id, origin }));
  await updateRows(context, tx, users, [userId], {}, [
    {
      resource: users,
      id: userId,
      version: user!.version + 1,
      operation: 'update',
      before: { assignments: shown(stored) },
      after: { assignments: shown([...stored.filter((row) => !taken.includes(row)), ...fresh]) },
    },
  ]);
  for (const { name } of [lines, users]) tx.afterCommit(() => context.engine.totals.changed(name));
}
