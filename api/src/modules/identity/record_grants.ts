import { message, PublicError } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import { raw, sql } from '../../query/sql.ts';

/** Nobody shares more than they may do themselves: whoever lets others change a record may change it. */
export const recordGrants = {
  before: async ({ operation, before, values, context, tx }) => {
    if (operation === 'delete') return;
    const now = { ...before, ...values } as Record<string, string>;
    const target = context.engine.model.resources.get(now.subject_resource!);
    if (!target || now.level !== 'edit') return;
    const [found] = await tx.query(
      sql`SELECT t.id FROM ${raw(quote(target.name))} t WHERE t.id = ${now.subject_id} AND ${context.access.rows(target, 'update', 't')}`,
    );
    if (!found) throw new PublicError('invalid', { level: message('share_exceeds') });
  },
} satisfies Behaviour;
