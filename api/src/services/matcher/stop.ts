import type { ActionBehaviour } from '../../engine/behaviour.ts';
import { requireInScope } from '../../engine/create.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { lockTraining } from '../places/training.ts';

/**
 * Takes back what is open of the requests to trainers: nobody is waited for, and nobody is asked next. Whoever has a link reads
 * that it is settled. What was asked by hand stays.
 */
export const stopAsking: ActionBehaviour = async ({ context, tx, record, once }) => {
  const { access, engine, locale } = context;
  const resource = engine.model.get('trainer_assignments');
  access.require(resource, 'transition.release');
  await lockTraining(tx, record.id);
  const rows = await lockWhere(
    context,
    tx,
    resource,
    sql`t.training_id = ${record.id} AND t.status IN ('option', 'asked') AND t.ask_order IS NOT NULL AND ${access.rows(resource, 'transition.release', 't')}`,
  );
  const reason = locale === 'en' ? 'Request taken back' : 'Anfrage zurückgezogen';
  const changes = rows.map((row) => ({ row, values: { status: 'released', reason } }));
  once.released = await changeAll(context, tx, resource, changes);
  const ids = rows.map(({ id }) => id);
  await requireInScope(context, tx, resource, ids, 'transition.release');
  return undefined;
};
