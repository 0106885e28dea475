import { message, PublicError, uuid } from '@kontor/shared';
import type { ActionBehaviour } from '../../engine/behaviour.ts';
import { requireInScope } from '../../engine/create.ts';
import { changeAll, insertAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { lockTraining } from '../places/training.ts';
import { costsOf } from '../trainings/cost.ts';
import { matchFor } from './match.ts';
import { asking, moveOn } from './queue.ts';

/** More than so many at once are no choice. */
const most = 30;

const refuse = (
  key: Parameters<typeof message>[0],
  field = 'root',
  values: Record<string, string | number> = {},
): never => {
  throw new PublicError('invalid', { [field]: message(key, values) });
};

/** The ids that were sent, each once, in their order. */
function readTrainers(given: unknown): string[] {
  const ids = Array.isArray(given) ? given.map((one) => (typeof one === 'string' ? one.toLowerCase() : '')) : [];
  if (ids.length < 1 || ids.length > most) return refuse('trainer_list', 'trainer_ids', { max: most });
  if (!ids.every((one) => uuid.test(one))) return refuse('reference', 'trainer_ids');
  if (new Set(ids).size < ids.length) return refuse('unique', 'trainer_ids');
  return ids;
}

/**
 * Asks trainers for the sessions of a training that have none: one after the other, all at once, or not yet. They are assigned as
 * options with their order, behind those who wait already; then it is asked whose turn it is. Only who the matcher would rank
 * is asked. Who is asked already, or has accepted, stays as they are; who was released is taken up again, by who may do that.
 */
export const askTrainers: ActionBehaviour = async ({ context, tx, record, input, once }) => {
  const { access, engine, locale } = context;
  const resource = engine.model.get('trainer_assignments');
  const mode = String(input.mode);
  access.require(resource, 'create');
  if (mode !== 'option') access.require(resource, 'transition.ask');
  const ids = readTrainers(input.trainer_ids);
  const training = await lockTraining(tx, record.id);
  if (training?.status === 'cancelled') refuse('training_called_off');
  if (!training || !asking.includes(training.status)) return refuse('training_over');
  const { sessions, open, ranking, out } = await matchFor({ context, on: tx, training: record, locale, only: ids });
  if (!open) refuse('nothing_to_staff');
  const fit = new Set(ranking.map(({ trainer_id }) => trainer_id));
  for (const id of ids) {
    if (fit.has(id)) continue;
    const unfit = out.find(({ trainer_id }) => trainer_id === id);
    if (!unfit) refuse('reference', 'trainer_ids');
    else refuse('trainer_unfit', 'trainer_ids', { name: unfit.name, reason: unfit.reasons.join(', ') });
  }
  const wanted = sessions.map(({ id }) => id);
  const [known, costs, [last]] = await Promise.all([
    lockWhere(context, tx, resource, sql`t.session_id = ANY(${wanted}::uuid[]) AND t.trainer_id = ANY(${ids}::uuid[])`),
    costsOf(tx, ids, wanted),
    tx.query<{ place: number }>(
      sql`SELECT coalesce(max(ask_order), 0) AS place FROM trainer_assignments WHERE training_id = ${record.id} AND status IN ('option', 'asked')`,
    ),
  ]);
  const base = last?.place ?? 0;
  const planOf = (trainer: string) =>
    mode === 'option'
      ? { ask_order: null, answer_days: null }
      : {
          ask_order: base + 1 + (mode === 'in_turn' ? ids.indexOf(trainer) : 0),
          answer_days: Number(input.answer_days),
        };
  const key = (trainer: string, session: string) => `${trainer} ${session}`;
  const known_ = new Set(known.map((row) => key(row.trainer_id, row.session_id)));
  const again = known.filter(({ status }) => status === 'option' || status === 'released');
  const idsOf = (rows: typeof known) => rows.map((row) => row.id);
  const released = idsOf(again.filter(({ status }) => status === 'released'));
  if (released.length) await requireInScope(context, tx, resource, released, 'transition.reconsider');
  if (again.length)
    await requireInScope(context, tx, resource, idsOf(again), mode === 'option' ? 'update' : 'transition.ask');
  const anew = { status: 'option', asked_at: null, answered_at: null, answer_until: null, reason: null };
  await changeAll(
    context,
    tx,
    resource,
    again.map((row) => ({ row, values: { ...anew, ...planOf(row.trainer_id) } })),
  );
  const made = await insertAll(
    context,
    tx,
    resource,
    costs
      .filter(({ trainer_id, session_id }) => !known_.has(key(trainer_id, session_id)))
      .map(({ trainer_id, session_id, fee, travel_cost }) => ({
        trainer_id,
        session_id,
        fee,
        travel_cost,
        part: 'lead',
        status: 'option',
        ...planOf(trainer_id),
      })),
  );
  await requireInScope(context, tx, resource, made, 'create');
  once.asked = mode === 'option' ? 0 : await moveOn(context, tx, record.id);
  once.noted = ids.length;
  return undefined;
};
