import { inZone, schemaOf } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { insertOne } from '../../engine/statements.ts';
import { change, lockRecord } from '../../engine/update.ts';
import { sql } from '../../query/sql.ts';
import type { Claims, Identified } from './client.ts';
import { OpenIdProblem } from './problem.ts';
import type { OpenIdProvider } from './providers.ts';

/** Who signs in, and the record of their account at the provider. */
export interface Account {
  readonly userId: string;
  readonly identityId: string;
}

/**
 * Finds the account of somebody who comes from a provider: by their id there; else by a verified e-mail address, where the
 * provider is trusted that far; else, where that is configured, a new account with an employee record is made.
 */
export async function accountOf(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  who: Identified,
): Promise<Account> {
  const [linked] = await tx.query<{ id: string; user_id: string; usable: boolean }>(
    sql`SELECT i.id, i.user_id, u.active AND u.deleted_at IS NULL AS usable FROM user_identities i JOIN users u ON u.id = i.user_id WHERE i.provider = ${provider.id} AND i.subject = ${who.subject}`,
  );
  if (linked && !linked.usable) throw new OpenIdProblem('disabled');
  if (linked) return { userId: linked.user_id, identityId: linked.id };
  const userId =
    (await byEmail(context, tx, provider, who.claims)) ?? (await onboard(context, tx, provider, who.claims));
  return { userId, identityId: await link(context, tx, provider, who, userId) };
}

/** A usable e-mail address of the claims, as users keep it. */
export function emailOf(context: Context, claims: Claims): string | undefined {
  const parsed = schemaOf(context.engine.model.get('users').fields.email!).safeParse(claims.email);
  return parsed.success ? (parsed.data as string).toLowerCase() : undefined;
}

/** An account with the same address is taken only where the provider has verified it and is trusted to say so. */
async function byEmail(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  claims: Claims,
): Promise<string | undefined> {
  const email = emailOf(context, claims);
  if (!email) return undefined;
  const [user] = await tx.query<{ id: string; active: boolean }>(
    sql`SELECT id, active FROM users WHERE email = ${email} AND deleted_at IS NULL`,
  );
  if (!user) return undefined;
  if (!provider.trust_email || claims.email_verified !== true) throw new OpenIdProblem('email_taken');
  if (!user.active) throw new OpenIdProblem('disabled');
  return user.id;
}

/** A new account, and an employee record with it; one that is there already without an account gets it. */
async function onboard(context: Context, tx: Transaction, provider: OpenIdProvider, claims: Claims): Promise<string> {
  if (!provider.onboard) throw new OpenIdProblem('no_account');
  const email = emailOf(context, claims);
  if (!email) throw new OpenIdProblem('no_email');
  const { model, timeZone } = context.engine;
  const given = [claims.name, claims.preferred_username, email].find((text) => typeof text === 'string' && text.trim());
  const name = String(given).replace(/\0/g, '').toWellFormed().trim().slice(0, 120);
  const language = String(claims.locale ?? 'de').startsWith('en') ? 'en' : 'de';
  const user = await createIn(context, tx, model.get('users'), { name, email, language, active: true });
  const employees = model.get('employees');
  const [known] = await tx.query<{ id: string }>(
    sql`SELECT id FROM employees WHERE lower(email) = ${email} AND user_id IS NULL AND deleted_at IS NULL ORDER BY created_at LIMIT 1`,
  );
  if (known) {
    const employee = await lockRecord(context, tx, employees, known.id, 'update');
    await (await change(context, tx, employees, employee, { user_id: user.id })).record;
  } else {
    const entered_on = inZone(new Date(), timeZone).date;
    await createIn(context, tx, employees, { name, email, user_id: user.id, active: true, entered_on });
  }
  return user.id;
}

async function link(
  context: Context,
  tx: Transaction,
  provider: OpenIdProvider,
  who: Identified,
  userId: string,
): Promise<string> {
  const resource = context.engine.model.get('user_identities');
  const id = uuidv7();
  const values = {
    user_id: userId,
    provider: provider.id,
    subject: who.subject,
    email: emailOf(context, who.claims) ?? null,
  };
  const inserted: Promise<Row[]> = insertOne(context, tx, resource, id, values, {
    resource,
    id,
    version: 1,
    operation: 'create',
    before: null,
    after: values,
  });
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  await inserted;
  return id;
}

/** Longer claims are not kept. */
const longest = 50_000;

/** Remembers when somebody signed in and what the provider said of them, for the preview of rules. Never tokens. */
export async function remember(
  context: Context,
  tx: Transaction,
  identityId: string,
  claims: Claims,
  missing: readonly string[],
): Promise<void> {
  const text = JSON.stringify(claims).replaceAll('\\u0000', '');
  await tx.query(
    sql`UPDATE user_identities SET last_used_at = now(), email = coalesce(${emailOf(context, claims) ?? null}, email), claims = ${text.length > longest ? null : text}::jsonb, missing_claims = ${missing.join(', ').slice(0, 500) || null} WHERE id = ${identityId}`,
  );
}
