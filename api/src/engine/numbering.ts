import { creation, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import { issuerOf, issuingFields } from '../services/numbers.ts';
import type { Context, Values } from './context.ts';

/** The fields of a resource that get a number when a record is created, or by a transition. */
const numbered = (resource: Resource, transition?: string): string[] =>
  Object.keys(resource.fields).filter((name) => {
    const { kind, on } = resource.fields[name]!;
    return kind === 'sequence' && on === transition;
  });

/** The fields that a new record still needs a number for. */
export const unnumbered = (resource: Resource, values: Values): string[] =>
  numbered(resource).filter((name) => values[name] === undefined);

/** The numbers of a new record, drawn before its transaction so that writers do not wait for each other. */
export async function drawNumbers(context: Context, resource: Resource, values: Values): Promise<void> {
  const issuer = issuerOf(resource, values);
  for (const name of unnumbered(resource, values))
    values[name] = await context.engine.numbers.draw(resource.fields[name]!.series as string, issuer);
}

/** A record that a step may give numbers to: what it is, and what is about to be written. */
interface Numbered {
  readonly id: string;
  readonly current?: Values;
  readonly values: Values;
}

/**
 * The numbers without gaps that a transition gives, or the creation, in its transaction. What has its number keeps it: who
 * takes a step back and goes it again does not use up another. The series stays locked until the end, so this comes as late
 * as possible; the records of one issuer share a statement, in their order.
 */
export async function takeNumbers(
  context: Context,
  tx: Transaction,
  resource: Resource,
  step: string,
  records: readonly Numbered[],
): Promise<void> {
  for (const name of numbered(resource, step)) {
    const waiting = new Map<string, Numbered[]>();
    for (const record of records) {
      if (record.current?.[name] || record.values[name]) continue;
      const key = JSON.stringify(issuerOf(resource, { ...record.current, ...record.values }));
      const those = waiting.get(key);
      if (those) those.push(record);
      else waiting.set(key, [record]);
    }
    for (const [issuer, those] of waiting) {
      const numbers = await context.engine.numbers.take(tx, {
        series: resource.fields[name]!.series as string,
        issuer: JSON.parse(issuer),
        resource: resource.name,
        ids: those.map(({ id }) => id),
        actor: context.access.actor.id,
      });
      those.forEach(({ values }, at) => {
        values[name] = numbers[at];
      });
    }
  }
}

/**
 * In whose name new records are, where that follows from what they refer to (`copies`): the database fills it in as they are
 * written, and their numbers are taken before.
 */
async function withIssuers(tx: Transaction, resource: Resource, records: readonly Numbered[]): Promise<Numbered[]> {
  const followed: Values[] = records.map(() => ({}));
  for (const name of issuingFields) {
    const [by, of] = resource.fields[name]?.copies ?? [];
    if (!by || !of) continue;
    const ids = [...new Set(records.flatMap(({ values }) => (values[by] ? [values[by] as string] : [])))];
    const rows = await tx.prepared<{ id: string; value: string | null }>(
      sql`SELECT t.id, t.${raw(quote(of))} AS value FROM ${raw(quote(String(resource.fields[by]!.to)))} t WHERE t.id = ANY(${ids}::uuid[])`,
    );
    const known = new Map(rows.map(({ id, value }) => [id, value]));
    records.forEach(({ values }, at) => {
      followed[at]![name] = known.get(values[by] as string);
    });
  }
  return records.map((record, at) => ({ ...record, current: { ...record.current, ...followed[at] } }));
}

/** The numbers without gaps that new records have from the beginning. */
export async function takeFirstNumbers(
  context: Context,
  tx: Transaction,
  resource: Resource,
  records: readonly Numbered[],
): Promise<void> {
  if (records.length === 0 || numbered(resource, creation).length === 0) return;
  await takeNumbers(context, tx, resource, creation, await withIssuers(tx, resource, records));
}
