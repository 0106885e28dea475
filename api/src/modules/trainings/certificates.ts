import { message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';
import { certificatePart } from '../../services/places/certificates.ts';

/** What a certificate says is fixed when it is entered; afterwards it can only be revoked. */
export const certificates = {
  personal: { certificate: certificatePart },
  before: async ({ context, tx, operation, before, values }) => {
    if (operation === 'transition' && values.status === 'revoked') values.revoked_at = new Date().toISOString();
    if (operation === 'update' && values.enrolment_id && values.enrolment_id !== before?.enrolment_id)
      throw new PublicError('invalid', { enrolment_id: message('certificate_fixed') });
    if (operation !== 'create') return;
    const { timeZone } = context.engine;
    const [said] = await tx.query<Record<'status' | 'participant' | 'name' | 'attended' | 'from' | 'until', string>>(
      sql`SELECT e.status, e.participant, t.name, e.attended_units AS attended, (t.first_session_at AT TIME ZONE ${timeZone})::date AS from, (t.last_session_at AT TIME ZONE ${timeZone})::date AS until FROM enrolments e JOIN trainings t ON t.id = e.training_id WHERE e.id = ${values.enrolment_id}`,
    );
    if (said && said.status !== 'enrolled')
      throw new PublicError('invalid', { enrolment_id: message('certificate_not_enrolled') });
    values.holder ??= said?.participant ?? null;
    values.course ??= said?.name ?? null;
    values.units ??= Math.round(Number(said?.attended ?? 0));
    values.from_on ??= said?.from ?? null;
    values.until_on ??= said?.until ?? null;
  },
} satisfies Behaviour;
