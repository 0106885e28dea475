import { message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';

/** Only who is enrolled in the training of a session can be there. That it is the same training the database holds as well. */
export const attendanceRecords = {
  turn: 'training_id',
  before: async ({ tx, before, values }) => {
    const { session_id, enrolment_id } = { ...before, ...values };
    if (before && session_id === before.session_id && enrolment_id === before.enrolment_id) return;
    const [found] = await tx.prepared<{ status: string; same: boolean }>(
      sql`SELECT e.status, e.training_id = s.training_id AS same FROM enrolments e, training_sessions s WHERE e.id = ${enrolment_id} AND s.id = ${session_id} FOR NO KEY UPDATE OF e`,
    );
    if (!found) return; // told by the references themselves
    if (!found.same) throw new PublicError('invalid', { enrolment_id: message('not_of_training') });
    if (found.status !== 'enrolled') throw new PublicError('invalid', { enrolment_id: message('not_enrolled') });
  },
} satisfies Behaviour;
