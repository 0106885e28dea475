import type { Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { quote } from '../../db/quote.ts';
import type { Context, Engine } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { act, leaveAlone } from './decide.ts';
import { actingFor } from './owner.ts';
import type { Rule } from './rule.ts';
import { unfinishedSteps } from './steps.ts';
import { dateRules } from './stored.ts';
import { conditionsOf, fromWatched } from './watched.ts';
import { catchUpDays, dueAt, occasionOf } from './when.ts';

/** So many records are looked up at once. */
const batch = 500;
/** After so many failures of the database the rest waits for the next time. */
const mostErrors = 5;
/** Days for which the log keeps on which records a rule did not act. */
const keptDays = 90;

const day = 86_400_000;

/** Decides about one record, if nobody has on this occasion. Answers whether the rule has fired. */
async function decide(
  context: Context,
  resource: Resource,
  rule: Rule,
  id: string,
  now: Date,
  onError: (error: Error) => void,
): Promise<boolean> {
  const { db, timeZone } = context.engine;
  const due = dueAt(resource, rule, timeZone, now);
  const fired = await db.transaction(async (tx) => {
    const [row] = await tx.query<{ due_at: string; occasion: string; meets: boolean }>(
      sql`SELECT ${due} AS due_at, ${occasionOf(resource, rule, timeZone, now)} AS occasion, ${conditionsOf(context, resource, rule)} AS meets ${fromWatched(context, resource, rule)} AND t.id = ${id} AND ${due} <= ${now.toISOString()}::timestamptz`,
    );
    if (!row) return false; // changed meanwhile
    const run = uuidv7();
    // whoever is first holds the row; the others wait for its end, and leave it
    const [held] = await tx.query(
      sql`INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, occasion, due_at, attempts) SELECT ${run}, r.id, ${resource.name}, ${id}, 'pending', ${row.occasion}, ${row.due_at}, 1 FROM automation_rules r WHERE r.id = ${rule.id} AND r.active AND r.deleted_at IS NULL ON CONFLICT (rule_id, subject_id, occasion) DO NOTHING RETURNING id`,
    );
    if (!held) return false;
    const decision = { context, tx, resource, rule, record: id, run };
    if (row.meets) return (await act(decision, onError)) === 'fired';
    await leaveAlone(decision, 'not_met');
    return false;
  });
  return fired;
}

/** The records for which it is time, and about which the rule has not decided yet; the longest due first. */
async function dueRecords(context: Context, resource: Resource, rule: Rule, now: Date): Promise<string[]> {
  const { db, timeZone } = context.engine;
  const due = dueAt(resource, rule, timeZone, now);
  const since = new Date(Math.max(Date.parse(rule.armed_at!), now.getTime() - catchUpDays * day));
  const rows = await db.query<{ id: string }>(
    sql`SELECT t.id ${fromWatched(context, resource, rule)} AND ${raw(`t.${quote(rule.date_field)}`)} IS NOT NULL AND ${due} > ${since.toISOString()}::timestamptz AND ${due} <= ${now.toISOString()}::timestamptz AND NOT EXISTS (SELECT 1 FROM automation_runs u WHERE u.rule_id = ${rule.id} AND u.subject_id = t.id AND u.occasion = ${occasionOf(resource, rule, timeZone, now)}) ORDER BY ${due}, t.id LIMIT ${batch}`,
  );
  return rows.map(({ id }) => id);
}

async function runRule(engine: Engine, rule: Rule, now: Date, errors: Error[]): Promise<number> {
  const acting = await actingFor(engine, rule);
  if (!acting) return 0;
  const { context, resource } = acting;
  const seen = new Set<string>();
  let fired = 0;
  for (;;) {
    const ids = (await dueRecords(context, resource, rule, now)).filter((id) => !seen.has(id));
    if (ids.length === 0) return fired;
    for (const id of ids) {
      seen.add(id);
      try {
        if (await decide(context, resource, rule, id, now, (error) => errors.push(error))) fired += 1;
      } catch (error) {
        errors.push(error as Error);
        if (errors.length >= mostErrors) return fired;
      }
    }
  }
}

/**
 * Lets the rules act for whose dates it is time, also those that nobody was there for within the last week. Several processes
 * may do it at once: the database lets each rule act once on each occasion. Answers how often one has.
 */
export async function runRules(engine: Engine, now = new Date()): Promise<number> {
  const errors: Error[] = [];
  let fired = 0;
  for (const rule of await dateRules(engine.db))
    try {
      fired += await runRule(engine, rule, now, errors);
    } catch (error) {
      errors.push(error as Error); // the other rules have nothing to do with it
    }
  await unfinishedSteps(engine);
  await engine.db.query(
    sql`DELETE FROM automation_runs WHERE state = 'skipped' AND created_at < now() - ${`${keptDays} days`}::interval`,
  );
  // it is told to the queue, which tries again
  if (errors.length) throw new AggregateError(errors, errors[0]!.message);
  return fired;
}
