import { propertiesOf } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { raw, sql } from '../../query/sql.ts';

/** A checklist belongs to the brand of what it is about, and its items go with it. */
export const checklists = {
  before: async ({ values, context, tx }) => {
    if (!values.subject_resource || !values.subject_id) return;
    const subject = context.engine.model.get(values.subject_resource as string);
    if (!propertiesOf(subject).get('brand_id')?.column) return;
    const [row] = await tx.query(sql`SELECT brand_id FROM ${raw(quote(subject.name))} WHERE id = ${values.subject_id}`);
    values.brand_id = row?.brand_id ?? null;
  },
  after: async ({ before, record, context, tx }) => {
    if (!before || before.subject_id === record.subject_id) return;
    const items = context.engine.model.get('checklist_items');
    const rows = await lockWhere(context, tx, items, sql`t.checklist_id = ${record.id}`);
    const { subject_resource, subject_id } = record;
    await changeAll(
      context,
      tx,
      items,
      rows.map((row) => ({ row, values: { subject_resource, subject_id } })),
    );
  },
} satisfies Behaviour;
