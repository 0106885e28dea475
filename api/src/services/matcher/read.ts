import { inZone } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import type { Context, Row } from '../../engine/context.ts';
import { pairTable } from '../../query/conditions.ts';
import { raw, sql } from '../../query/sql.ts';
import { costsOf } from '../trainings/cost.ts';
import { daysOf, type SoughtSession } from './sessions.ts';
import type { Candidate, Wanted } from './types.ts';

/** What is known of a trainer within the training itself. */
export interface OwnState {
  readonly trainer_id: string;
  readonly status: string;
  readonly ask_order: number | null;
  readonly answer_until: string | null;
  readonly reason: string | null;
}

export interface Read {
  readonly wanted: Wanted;
  readonly candidates: readonly Candidate[];
  readonly states: ReadonlyMap<string, OwnState>;
  /** Fee and journey of each trainer for all sessions; only for who may see them. */
  readonly costs: ReadonlyMap<string, { readonly fee: number | null; readonly travel: number }>;
}

/** The rows of each trainer. */
function byTrainer<T extends { readonly trainer_id: string }>(rows: readonly T[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.trainer_id);
    if (group) group.push(row);
    else groups.set(row.trainer_id, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/**
 * Reads what decides about the trainers that the user sees, as sets: the number of queries does not hang on that of trainers.
 * What lies outside of the user's scope decides as well, but is told without names.
 * @param only these trainers, where it is known who is meant
 */
export async function readCandidates(
  context: Context,
  on: Queryable,
  training: Row,
  sessions: readonly SoughtSession[],
  { costs, only }: { readonly costs: boolean; readonly only?: readonly string[] },
): Promise<Read> {
  const { access, engine } = context;
  const { model, timeZone } = engine;
  const [trainers, assignments, trainings] = ['trainers', 'trainer_assignments', 'trainings'].map((name) =>
    model.get(name),
  ) as [any, any, any];
  const table = (resource: string, field: string) => raw(quote(pairTable(model.get(resource), field)));
  const ids = sessions.map(({ id }) => id);
  const dated = sessions.map((session) => ({ id: session.id, days: daysOf(session, timeZone) }));
  const days = [...new Set(dated.flatMap(({ days }) => days))].sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const seen = sql`SELECT t.id FROM trainers t WHERE t.deleted_at IS NULL AND t.status <> 'former' AND ${access.rows(trainers, 'read', 't')}${only ? sql` AND t.id = ANY(${only}::uuid[])` : raw('')}`;
  const people = await on.query<Row>(
    sql`SELECT t.id, t.name, t.status, t.languages, t.region_id, t.max_days, t.rating, t.ratings_count, EXISTS (SELECT 1 FROM ${table('trainers', 'brand_ids')} b WHERE b.record_id = t.id AND b.target_id = ${training.brand_id}) AS of_brand FROM trainers t WHERE t.id IN (${seen}) ORDER BY t.name, t.id`,
  );
  const all = people.map(({ id }) => id);
  const [needed, held, told, elsewhere, own, busy, priced, holidays] = await Promise.all([
    on.query<{ id: string; name: string }>(
      sql`SELECT q.id, q.name FROM ${table('training_templates', 'qualification_ids')} n JOIN qualifications q ON q.id = n.target_id WHERE n.record_id = ${training.template_id ?? null} ORDER BY q.name, q.id`,
    ),
    on.query<{ trainer_id: string; id: string; from: string | null; to: string | null }>(
      sql`SELECT trainer_id, qualification_id AS id, valid_from AS from, valid_to AS to FROM trainer_qualifications WHERE trainer_id = ANY(${all}::uuid[])`,
    ),
    on.query<Candidate['availabilities'][number] & { trainer_id: string }>(
      sql`SELECT a.trainer_id, a.type, a.from_on AS from, a.until_on AS to, CASE WHEN ${access.rows(model.get('trainer_availabilities'), 'read', 'a')} THEN a.reason END AS reason FROM trainer_availabilities a WHERE a.trainer_id = ANY(${all}::uuid[]) AND a.from_on <= ${last}::date AND a.until_on >= ${first}::date ORDER BY a.from_on, a.id`,
    ),
    on.query<{ trainer_id: string; starts_at: string; name: string | null }>(
      sql`SELECT DISTINCT a.trainer_id, a.starts_at, concat_ws(' ', t.number, t.name) AS name FROM training_sessions s JOIN trainer_assignments a ON a.status = 'confirmed' AND a.session_id <> s.id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(s.starts_at, s.ends_at) LEFT JOIN trainings t ON t.id = a.training_id AND ${access.rows(trainings, 'read', 't')} AND ${access.rows(assignments, 'read', 'a')} WHERE s.id = ANY(${ids}::uuid[]) AND a.trainer_id = ANY(${all}::uuid[]) ORDER BY a.starts_at, name`,
    ),
    on.query<OwnState>(
      sql`SELECT DISTINCT ON (a.trainer_id) a.trainer_id, a.status, a.ask_order, a.answer_until, a.reason FROM trainer_assignments a WHERE a.session_id = ANY(${ids}::uuid[]) AND ${access.rows(assignments, 'read', 'a')} ORDER BY a.trainer_id, array_position(ARRAY['confirmed', 'asked', 'declined', 'option', 'released'], a.status), a.starts_at`,
    ),
    on.query<{ trainer_id: string; month: string; days: number }>(
      sql`SELECT x.trainer_id, to_char(x.day, 'YYYY-MM') AS month, count(DISTINCT x.day)::int AS days FROM (SELECT a.trainer_id, (a.starts_at AT TIME ZONE ${timeZone})::date AS day FROM trainer_assignments a WHERE a.status = 'confirmed' AND a.trainer_id = ANY(${all}::uuid[]) AND a.session_id <> ALL(${ids}::uuid[]) AND a.starts_at > date_trunc('month', ${first}::date) - interval '1 day' AND a.starts_at < date_trunc('month', ${last}::date) + interval '32 days') x GROUP BY x.trainer_id, 2`,
    ),
    costsOf(on, all, ids),
    on.query<{ trainer_id: string; on: string; name: string }>(
      sql`WITH RECURSIVE up AS (SELECT r.id AS home, r.id, r.parent_id FROM regions r WHERE r.id IN (SELECT region_id FROM trainers WHERE id = ANY(${all}::uuid[])) UNION ALL SELECT u.home, r.id, r.parent_id FROM regions r JOIN up u ON r.id = u.parent_id) SELECT x.id AS trainer_id, h.on, min(h.name) AS name FROM holidays h JOIN up u ON h.region_id = u.id OR h.region_id IS NULL JOIN trainers x ON x.region_id = u.home WHERE h.on = ANY(${days}::date[]) AND x.id = ANY(${all}::uuid[]) GROUP BY x.id, h.on ORDER BY h.on`,
    ),
  ]);
  const [heldOf, toldOf, elsewhereOf, busyOf, pricedOf, holidaysOf] = [
    byTrainer(held),
    byTrainer(told),
    byTrainer(elsewhere),
    byTrainer(busy),
    byTrainer(priced),
    byTrainer(holidays),
  ];
  const states = new Map(own.map((one) => [one.trainer_id, one]));
  const sums = new Map<string, { fee: number | null; travel: number }>();
  const candidates = people.map((one): Candidate => {
    const each = pricedOf(one.id);
    const fee = each.some((row) => row.fee === null) ? null : each.reduce((sum, row) => sum + Number(row.fee), 0);
    const travel = each.reduce((sum, row) => sum + Number(row.travel_cost ?? 0), 0);
    if (costs) sums.set(one.id, { fee, travel });
    const state = states.get(one.id);
    return {
      id: one.id,
      name: one.name,
      active: one.status === 'active',
      ofBrand: one.of_brand,
      languages: one.languages,
      qualifications: heldOf(one.id),
      availabilities: toldOf(one.id),
      collisions: elsewhereOf(one.id).map(({ starts_at, name }) => ({
        day: inZone(new Date(starts_at), timeZone).date,
        name: name || null,
      })),
      declined: state?.status === 'declined' ? { reason: state.reason } : null,
      busy: Object.fromEntries(busyOf(one.id).map(({ month, days }) => [month, days])),
      maxDays: one.max_days,
      reach: each.map(({ placed, region, priority, home }) => ({ placed, region, priority, home })),
      holidays: holidaysOf(one.id),
      ratings: { sum: Number(one.rating) * one.ratings_count, count: one.ratings_count },
      cost: costs && fee !== null ? fee + travel : null,
    };
  });
  const language = training.language === 'en' ? 'en' : 'de';
  return { wanted: { sessions: dated, qualifications: needed, language }, candidates, states, costs: sums };
}
