import { type Resource, uuid } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, type Sql, sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';

/** What of some values names records of the kind at which changes of the resource wait for each other. */
export function namesTurn(context: Context, resource: Resource, form: Resource, values: Values): string[] {
  const turn = context.engine.behaviours[resource.name]?.turn;
  if (!turn) return [];
  return Object.entries(form.fields).flatMap(([name, { kind, to }]) => {
    const value = values[name];
    const same = kind === 'reference' && to === resource.fields[turn]!.to;
    return same && typeof value === 'string' && uuid.test(value) ? [value] : [];
  });
}

/**
 * Waits for the turn to change the rows (of alias `t`) that `where` finds: locks what they refer to by the `turn` of their
 * behaviour, and what else is named of that kind, in the order of ids. Nothing to do where none is declared.
 */
export async function takeTurn(
  context: Context,
  tx: Transaction,
  resource: Resource,
  where: Sql,
  also: readonly string[] = [],
): Promise<void> {
  const turn = context.engine.behaviours[resource.name]?.turn;
  if (!turn) return;
  const parent = raw(quote(resource.fields[turn]!.to as string));
  await tx.query(
    sql`SELECT 1 FROM ${parent} p WHERE p.id IN (SELECT t.${raw(quote(turn))} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where}) OR p.id = ANY(${also}::uuid[]) ORDER BY p.id FOR NO KEY UPDATE OF p`,
  );
}

/** The last in line for a record, of all that wait in this process. */
const lines = new WeakMap<Context['engine']['numbers'], Map<string, Promise<unknown>>>();

/**
 * Creates a record when those before it are done that wait for the same turn in this process: they wait here, in the order in
 * which they came and without a connection, of which everybody else would soon have none.
 */
export async function inLine<T>(
  { engine }: Context,
  resource: Resource,
  values: Values,
  work: () => Promise<T>,
): Promise<T> {
  const turn = engine.behaviours[resource.name]?.turn;
  if (!turn) return work();
  const waiting = lines.get(engine.numbers) ?? new Map<string, Promise<unknown>>();
  lines.set(engine.numbers, waiting);
  const key = `${resource.name} ${values[turn]}`;
  const before = waiting.get(key) ?? Promise.resolve();
  const mine = before.then(work);
  const settled = mine.then(
    () => {},
    () => {},
  );
  waiting.set(key, settled);
  try {
    return await mine;
  } finally {
    if (waiting.get(key) === settled) waiting.delete(key);
  }
}
