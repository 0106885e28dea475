import { dueOn, inZone } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import type { Context, Row } from '../../engine/context.ts';
import { changeAll, insertAll, lockWhere } from '../../engine/house.ts';
import { purgeRows } from '../../engine/purge.ts';
import { pairTable } from '../../query/conditions.ts';
import { raw, type Sql, sql } from '../../query/sql.ts';

type Anchors = Readonly<Record<string, string | null>>;

const model = ({ engine }: Context, name: string) => engine.model.get(name);
const ofTraining = (id: string): Sql => sql`t.subject_resource = 'trainings' AND t.subject_id = ${id}`;

/** The days from which due dates are counted, on the company's calendar. */
async function anchorsOf(context: Context, tx: Transaction, training: string): Promise<Anchors> {
  const [row] = await tx.query<Row>(
    sql`SELECT first_session_at, last_session_at, confirmed_on FROM trainings WHERE id = ${training}`,
  );
  const day = (at: string | null) => (at ? inZone(new Date(at), context.engine.timeZone).date : null);
  return {
    first_session: day(row?.first_session_at ?? null),
    last_session: day(row?.last_session_at ?? null),
    confirmation: row?.confirmed_on ?? null,
  };
}

/** The checklist templates that a training has: those for all, and those of its entry in the catalogue, if they fit. */
function wanted({ engine: { model: all } }: Context, tx: Transaction, training: Row): Promise<Row[]> {
  const named = raw(quote(pairTable(all.get('training_templates'), 'checklist_template_ids')));
  const brands = raw(quote(pairTable(all.get('checklist_templates'), 'brand_ids')));
  return tx.query<Row>(
    sql`SELECT c.id, c.name FROM checklist_templates c WHERE c.active AND c.deleted_at IS NULL AND (c.always OR EXISTS (SELECT 1 FROM ${named} n WHERE n.record_id = ${training.template_id} AND n.target_id = c.id)) AND (coalesce(cardinality(c.formats), 0) = 0 OR ${training.format} = ANY(c.formats)) AND (NOT EXISTS (SELECT 1 FROM ${brands} b WHERE b.record_id = c.id) OR EXISTS (SELECT 1 FROM ${brands} b WHERE b.record_id = c.id AND b.target_id = ${training.brand_id})) ORDER BY c.name, c.id`,
  );
}

/**
 * Makes the checklists that a training should have and has not. Of a list that comes `back`, because it fits again, there is
 * what was done before: it gets the other items of its template.
 */
export async function makeChecklists(
  context: Context,
  tx: Transaction,
  training: Row,
  back: readonly string[] = [],
): Promise<void> {
  const [templates, present, anchors] = await Promise.all([
    wanted(context, tx, training),
    tx.query<Row>(
      sql`SELECT t.id, t.template_id, (SELECT array_agg(i.name) FROM checklist_items i WHERE i.checklist_id = t.id) AS items FROM checklists t WHERE ${ofTraining(training.id)}`,
    ),
    anchorsOf(context, tx, training.id),
  ]);
  const known = new Map(present.map((list) => [list.template_id, list]));
  const missing = templates.filter(({ id }) => !known.has(id));
  const filled = [...missing.map(({ id }) => id), ...back.filter((id) => known.has(id))];
  if (filled.length === 0) return;
  const items = await tx.query<Row>(
    sql`SELECT template_id, name, offset_days, anchor, blocking FROM checklist_template_items WHERE template_id = ANY(${filled}::uuid[]) ORDER BY created_at, id`,
  );
  const subject = { subject_resource: 'trainings', subject_id: training.id };
  const ids = await insertAll(
    context,
    tx,
    model(context, 'checklists'),
    missing.map(({ id, name }) => ({ name, template_id: id, brand_id: training.brand_id, ...subject })),
  );
  const listOf = new Map(missing.map(({ id }, i) => [id, ids[i]!]));
  const rows = items.map(({ template_id, name, offset_days, anchor, blocking }, place) => ({
    name,
    checklist_id: listOf.get(template_id) ?? known.get(template_id)!.id,
    ...subject,
    done: false,
    due_on: dueOn(anchors[anchor], offset_days),
    blocking,
    place,
    anchor,
    offset_days,
  }));
  await insertAll(
    context,
    tx,
    model(context, 'checklist_items'),
    rows.filter(({ name }, i) => !known.get(items[i]!.template_id)?.items?.includes(name)),
  );
}

/** Has the training checklists that came by themselves, and stay with it when its confirmation is taken back? */
export async function hasChecklists(tx: Transaction, training: string): Promise<boolean> {
  const [one] = await tx.query(
    sql`SELECT 1 FROM checklists t WHERE ${ofTraining(training)} AND t.template_id IS NOT NULL LIMIT 1`,
  );
  return one !== undefined;
}

/** Counts the due dates of a training anew. What is done stays, and so does a date that somebody has set. */
export async function countAnew(context: Context, tx: Transaction, training: string): Promise<void> {
  const [anchors, items] = await Promise.all([
    anchorsOf(context, tx, training),
    lockWhere(
      context,
      tx,
      model(context, 'checklist_items'),
      sql`${ofTraining(training)} AND NOT t.done AND t.anchor IS NOT NULL`,
    ),
  ]);
  await changeAll(
    context,
    tx,
    model(context, 'checklist_items'),
    items.map((row) => ({ row, values: { due_on: dueOn(anchors[row.anchor], row.offset_days) } })),
  );
}

/** Removes what is open of some checklists of a training, and those of which nothing is left then. */
async function removeOpen(context: Context, tx: Transaction, lists: Sql): Promise<void> {
  const items = await lockWhere(
    context,
    tx,
    model(context, 'checklist_items'),
    sql`NOT t.done AND t.checklist_id IN (${lists})`,
  );
  await purgeRows(context, tx, model(context, 'checklist_items'), items);
  const empty = await lockWhere(
    context,
    tx,
    model(context, 'checklists'),
    sql`t.id IN (${lists}) AND NOT EXISTS (SELECT 1 FROM checklist_items i WHERE i.checklist_id = t.id)`,
  );
  await purgeRows(context, tx, model(context, 'checklists'), empty);
}

/** After a change of the format, the brand or the template: what does not fit any more goes, unless it is done; the rest comes. */
export async function swapChecklists(context: Context, tx: Transaction, before: Row, training: Row): Promise<void> {
  const fitting = (await wanted(context, tx, training)).map(({ id }) => id);
  const fitted = new Set((await wanted(context, tx, before)).map(({ id }) => id));
  await removeOpen(
    context,
    tx,
    sql`SELECT t.id FROM checklists t WHERE ${ofTraining(training.id)} AND t.template_id IS NOT NULL AND NOT t.template_id = ANY(${fitting}::uuid[])`,
  );
  await makeChecklists(
    context,
    tx,
    training,
    fitting.filter((id) => !fitted.has(id)),
  );
}

/**
 * Of a training that does not take place there is nothing left to do. Open items are removed, not ticked: nobody has done
 * them. The trail keeps what they were; what is done stays.
 */
export const dropOpen = (context: Context, tx: Transaction, training: string): Promise<void> =>
  removeOpen(context, tx, sql`SELECT t.id FROM checklists t WHERE ${ofTraining(training)}`);
