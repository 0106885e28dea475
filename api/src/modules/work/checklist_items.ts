import { quote } from '../../db/quote.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import { raw, sql } from '../../query/sql.ts';

/** An item hangs on what its checklist hangs on; who ticks it stands beside it. */
export const checklistItems = {
  turn: 'subject',
  before: async ({ operation, before, values, context, tx }) => {
    if (operation === 'delete') return;
    if (values.checklist_id) {
      const [list] = await tx.query<{ subject_resource: string; subject_id: string }>(
        sql`SELECT subject_resource, subject_id FROM checklists WHERE id = ${values.checklist_id}`,
      );
      // the turn of what it hangs on, before the list itself is held: whoever ticks an item of it comes in that order
      if (list && !before)
        await tx.query(
          sql`SELECT 1 FROM ${raw(quote(context.engine.model.get(list.subject_resource).name))} WHERE id = ${list.subject_id} FOR NO KEY UPDATE`,
        );
      Object.assign(values, list);
    }
    if (values.done !== undefined && values.done !== (before?.done ?? false)) {
      values.done_at = values.done ? new Date().toISOString() : null;
      values.done_by_id = values.done ? context.access.actor.id : null;
    }
    // a date that somebody sets is theirs: it is not counted any more
    if (before && values.due_on !== undefined && values.due_on !== before.due_on) values.anchor = null;
  },
} satisfies Behaviour;
