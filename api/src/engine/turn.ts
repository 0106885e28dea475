import { type Resource, uuid } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { join, raw, type Sql, sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';

const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/**
 * What of some values, of one record or of many, names records of the kind at which changes of the resource wait for each
 * other, as a query of their ids: directly, or through the reference by which the turn is a copy. Undefined where nothing
 * does.
 */
export function namesTurn(
  context: Context,
  resource: Resource,
  form: Resource,
  values: readonly Values[],
): Sql | undefined {
  const turn = context.engine.behaviours[resource.name]?.turn;
  const field = turn ? resource.fields[turn]! : undefined;
  if (field?.kind !== 'reference') return undefined;
  const told = (name: string) => [...new Set(values.map((one) => one[name]).filter(isId))];
  const ids = Object.entries(form.fields).flatMap(([name, { kind, to }]) =>
    kind === 'reference' && to === field.to ? told(name) : [],
  );
  const [by, of] = field.copies ?? [];
  const through = by && form === resource ? told(by) : [];
  const found = through.length
    ? [
        sql`SELECT c.${raw(quote(of!))} FROM ${raw(quote(resource.fields[by!]!.to as string))} c WHERE c.id = ANY(${through}::uuid[])`,
      ]
    : [];
  const all = [...(ids.length ? [sql`SELECT unnest(${ids}::uuid[])`] : []), ...found];
  return all.length ? join(all, ' UNION ALL ') : undefined;
}

/**
 * Waits for the turn to change the rows (of alias `t`) that `where` finds: locks what they refer to by the `turn` of their
 * behaviour, and what else is named of that kind, in the order of ids. Nothing to do where none is declared.
 * @param where nothing where all rows are new
 * @param also a query of ids, see `namesTurn`
 */
export async function takeTurn(
  context: Context,
  tx: Transaction,
  resource: Resource,
  where: Sql | undefined,
  also?: Sql,
): Promise<void> {
  const { behaviours, model } = context.engine;
  const turn = behaviours[resource.name]?.turn;
  if (!turn) return;
  const { kind, to, of } = resource.fields[turn]!;
  const rows = raw(`${quote(resource.name)} t`);
  const column = (name: string) => raw(`t.${quote(name)}`);
  const lock = async (parent: string, found: readonly Sql[]) => {
    if (found.length === 0) return;
    await tx.query(
      sql`SELECT 1 FROM ${raw(quote(parent))} p WHERE p.id IN (${join(found, ' UNION ALL ')}) ORDER BY p.id FOR NO KEY UPDATE OF p`,
    );
  };
  if (kind !== 'subject') {
    const own = where ? [sql`SELECT ${column(turn)} FROM ${rows} WHERE ${where}`] : [];
    await lock(to, [...own, ...(also ? [also] : [])]);
  } else if (where)
    for (const parent of model.subjects(of))
      await lock(parent, [
        sql`SELECT ${column(`${turn}_id`)} FROM ${rows} WHERE ${column(`${turn}_resource`)} = ${parent} AND (${where})`,
      ]);
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
  const place = turn && (values[turn] ?? values[resource.fields[turn]!.copies?.[0] ?? '']);
  if (!place) return work();
  const waiting = lines.get(engine.numbers) ?? new Map<string, Promise<unknown>>();
  lines.set(engine.numbers, waiting);
  const key = `${resource.name} ${place}`;
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
