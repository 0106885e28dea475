import { inZone, message, PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { ActionBehaviour, PersonalPart } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { requireInScope } from '../../engine/create.ts';
import { takeFirstNumbers } from '../../engine/numbering.ts';
import { insertMany } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { type AuditEntry, writeAudit } from '../audit.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { templateUsedFor } from '../templates/used_for.ts';

/** What a mail about a certificate carries: the paper, and a link to the page on which it can be checked. */
export const certificatePart: PersonalPart = async ({ tx, record }) => {
  const [paper] = record.document_id
    ? await tx.query<{ file_id: string }>(
        sql`SELECT file_id FROM documents WHERE id = ${record.document_id} AND deleted_at IS NULL`,
      )
    : [];
  if (record.status !== 'valid' || !paper) throw new PublicError('invalid', { template_id: message('no_paper') });
  return {
    link: { purpose: 'certificate', subject: { resource: 'certificates', id: record.id } },
    files: [paper.file_id],
  };
};

/** Its name among the jobs. */
export const certificatesKind = 'certificates';

interface Due {
  readonly id: string;
  readonly participant: string | null;
  readonly attended: string;
  readonly passed: boolean;
}

const refuse = (text: string): never => {
  throw new PublicError('invalid', { root: text });
};

/** What came of it: how many there are, whether their papers are yet to come, and how many enrolled were not there enough. */
const say = (locale: string, issued: number, papers: boolean, absent: number): string => {
  const english = [
    issued ? `${issued} ${issued === 1 ? 'certificate' : 'certificates'} issued.` : 'No new certificate issued.',
    ...(papers ? ['The PDFs are being made.'] : []),
    ...(absent ? [`${absent} of those enrolled ${absent === 1 ? 'was' : 'were'} not there often enough.`] : []),
  ];
  const german = [
    issued
      ? `${issued} ${issued === 1 ? 'Bescheinigung' : 'Bescheinigungen'} ausgestellt.`
      : 'Keine neue Bescheinigung ausgestellt.',
    ...(papers ? ['Die PDFs entstehen gerade.'] : []),
    ...(absent
      ? [absent === 1 ? '1 Person war nicht oft genug da.' : `${absent} Personen waren nicht oft genug da.`]
      : []),
  ];
  return (locale === 'en' ? english : german).join(' ');
};

/**
 * Issues the certificates of a training that are missing: for who is enrolled and has attended enough, with what they say fixed
 * as it is now. The row of the training is held, so that two who do it at once issue each of them once. The papers are made by
 * a job that belongs to the same transaction.
 */
export const issueCertificates: ActionBehaviour = async ({ context, tx, record: training, once }) => {
  const { access, engine } = context;
  const resource = engine.model.get('certificates');
  access.require(resource, 'create');
  if (training.status === 'cancelled') refuse(message('training_called_off'));
  const [held] = await tx.query<{ units: number; from: string | null; until: string | null; share: string }>(
    sql`SELECT coalesce(sum(s.units), 0)::int AS units, min(s.starts_at) AS from, max(s.ends_at) AS until, (SELECT coalesce(max(x.attendance_share), 80)::text FROM training_templates x WHERE x.id = ${training.template_id}) AS share FROM training_sessions s WHERE s.training_id = ${training.id}`,
  );
  if (!held?.units || !held.from || !held.until) return refuse(message('no_units'));
  const due = await tx.query<Due>(
    sql`SELECT e.id, e.participant, e.attended_units AS attended, e.exam_result IS NOT DISTINCT FROM 'passed' AS passed FROM enrolments e WHERE e.training_id = ${training.id} AND e.status = 'enrolled' AND e.attended_units * 100 >= ${held.units}::int * ${held.share}::numeric AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.enrolment_id = e.id AND c.status = 'valid' AND (c.type = 'success' OR e.exam_result IS DISTINCT FROM 'passed')) ORDER BY e.participant, e.id`,
  );
  const types = [...new Set(due.map(({ passed }) => (passed ? 'success' : 'attendance')))];
  for (const type of types) {
    const template = await templateUsedFor(tx, 'document_templates', 'certificates', type, training as never);
    if (!template) refuse(message('no_certificate_template'));
  }
  const { timeZone } = engine;
  const day = (instant: string) => inZone(new Date(instant), timeZone).date;
  const same = {
    course: String(training.name).slice(0, 300),
    from_on: day(held.from),
    until_on: day(held.until),
    issued_on: inZone(new Date(), timeZone).date,
    status: 'valid',
  };
  const rows = due.map(({ id, participant, attended, passed }): Record<string, unknown> & { id: string } => ({
    id: uuidv7(),
    enrolment_id: id,
    type: passed ? 'success' : 'attendance',
    holder: participant ?? '',
    units: Math.round(Number(attended)),
    ...same,
  }));
  // at once, in the order of the names
  await takeFirstNumbers(
    context,
    tx,
    resource,
    rows.map((values) => ({ id: values.id, values })),
  );
  const trail = rows.map(
    ({ id, ...after }): AuditEntry => ({ resource, id, version: 1, operation: 'create', before: null, after }),
  );
  const inserted = insertMany(context, tx, resource, rows);
  writeAudit(context, tx, trail);
  await inserted;
  await requireInScope(
    context,
    tx,
    resource,
    rows.map(({ id }) => id),
    'create',
  );
  tx.afterCommit(() => engine.totals.changed(resource.name));
  const [missing] = await tx.query<Row & { n: number; absent: number }>(
    sql`SELECT (SELECT count(*)::int FROM certificates WHERE training_id = ${training.id} AND status = 'valid' AND document_id IS NULL) AS n, (SELECT count(*)::int FROM enrolments e WHERE e.training_id = ${training.id} AND e.status = 'enrolled' AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.enrolment_id = e.id AND c.status = 'valid')) AS absent`,
  );
  once.issued = rows.length;
  once.papers = missing?.n ?? 0;
  once.told = say(context.locale, rows.length, Boolean(missing?.n), missing?.absent ?? 0);
  // a job that has not begun will find these as well: it is kept from beginning until they are there to be found
  const [queued] = await tx.query<{ id: string }>(
    sql`SELECT id FROM jobs WHERE kind = ${certificatesKind} AND state = 'queued' AND payload->>'training_id' = ${training.id} LIMIT 1 FOR SHARE`,
  );
  if (missing?.n)
    once.job_id =
      queued?.id ??
      (await enqueue(context, tx, {
        kind: certificatesKind,
        name: context.locale === 'de' ? `Bescheinigungen: ${training.name}` : `Certificates: ${training.name}`,
        payload: { resource: resource.name, training_id: training.id },
      }));
  return undefined;
};
