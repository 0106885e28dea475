import { PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { queueRun } from '../../services/automation/note_steps.ts';

export const automationRuns = {
  actions: {
    /**
     * Lets a rule try again what has failed, with the rights that its owner has then; for who may change the rule. Whoever
     * asks a second time, or has not seen what became of it meanwhile, gets what there is and sets nothing off.
     */
    retry: async ({ context, tx, record, seen }) => {
      const { access, engine } = context;
      const rules = engine.model.get('automation_rules');
      access.require(rules, 'update');
      const [rule] = await tx.query<{ active: boolean }>(
        sql`SELECT t.active FROM automation_rules t WHERE t.id = ${record.rule_id} AND t.deleted_at IS NULL AND ${access.rows(rules, 'update', 't')}`,
      );
      if (!rule) throw new PublicError('forbidden');
      if (record.state === 'skipped') throw new PublicError('transition_refused');
      if (record.state !== 'failed' || (seen !== undefined && seen !== record.version)) return undefined;
      if (!rule.active) throw new PublicError('rule_off');
      const resource = engine.model.get('automation_runs');
      const after = { state: 'pending', attempts: record.attempts + 1 };
      const before = { state: record.state, attempts: record.attempts };
      const [row] = await updateRows(context, tx, resource, [record.id], after, [
        { resource, id: record.id, version: record.version + 1, operation: 'update', before, after },
      ]);
      Object.assign(record, row);
      await queueRun(tx, record.id);
      tx.afterCommit(() => engine.totals.changed('automation_runs'));
      return undefined;
    },
  },
} satisfies Behaviour;
