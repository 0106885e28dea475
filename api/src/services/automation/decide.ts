import { PublicError, type Resource, translate } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { engineWithin } from '../../engine/within.ts';
import { sql } from '../../query/sql.ts';
import { type Done, perform } from './perform.ts';
import type { Rule } from './rule.ts';
import { tellTrouble } from './trouble.ts';
import { type RuleWord, say } from './words.ts';

export interface Decision {
  /** With the rights of the rule's owner. */
  readonly context: Context;
  readonly tx: Transaction;
  readonly resource: Resource;
  readonly rule: Rule;
  readonly record: string;
  /** The row of the log, which this transaction holds. */
  readonly run: string;
}

/** Another transaction came in between: it is done again as a whole, and is no failure. */
const again = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '');

/** What people are told of a failure; what is not meant for them stands in the log of the server. */
function wordsOf(error: unknown, { locale }: Context): string {
  if (!(error instanceof PublicError)) return say(locale, 'unexpected');
  const [first] = Object.values(error.fields ?? {});
  return typeof first === 'string' ? translate(first, locale) : error.title(locale);
}

async function settle({ context, tx, run }: Decision, state: string, reason: string): Promise<void> {
  await tx.query(
    sql`UPDATE automation_runs SET state = ${state}, reason = ${reason.slice(0, 2000)}, finished_at = now(), updated_at = now(), version = version + 1 WHERE id = ${run}`,
  );
  tx.afterCommit(() => context.engine.totals.changed('automation_runs'));
}

/** Notes that a rule leaves a record alone, and why. */
export const leaveAlone = (decision: Decision, why: RuleWord): Promise<void> =>
  settle(decision, 'skipped', say(decision.context.locale, why));

/**
 * Does what a rule has to do about a record, all or nothing, in the transaction that holds its row in the log: mails, tasks and
 * notifications are rows as well, so that a process that dies in the middle has done nothing, and nothing is done twice.
 */
export async function act(decision: Decision, onError: (error: Error) => void): Promise<'fired' | 'failed'> {
  const { context, tx, resource, rule, record: id, run } = decision;
  try {
    const done = await tx.savepoint(async () => {
      const inside = { ...context, engine: engineWithin(context.engine, tx) };
      const record = await get(inside, resource, id);
      const all: Done[] = [];
      for (const action of rule.actions)
        all.push(await perform({ context: inside, tx, resource, record, rule, action }));
      for (const { task } of all)
        if (task)
          await tx.query(sql`INSERT INTO automation_runs_task_ids (record_id, target_id) VALUES (${run}, ${task})`);
      return all;
    });
    await settle(
      decision,
      'fired',
      done.length ? `${done.map(({ words }) => words).join('; ')}.` : say(context.locale, 'no_actions'),
    );
    return 'fired';
  } catch (error) {
    if (again(error)) throw error;
    const words = wordsOf(error, context);
    if (!(error instanceof PublicError)) onError(error as Error);
    await settle(decision, 'failed', words);
    await tellTrouble(context.engine, tx, rule, 'failed_task', words);
    return 'failed';
  }
}
