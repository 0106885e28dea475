import { type FieldErrors, kindOf, message, PublicError, propertiesOf, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { lineLink } from './get.ts';
import type { Valid } from './validate.ts';

interface Pointer {
  readonly target: string;
  readonly id: string;
  /** Media types of a file that will do. */
  readonly accepts?: readonly string[] | undefined;
  readonly fail: (errors: FieldErrors, why: string) => void;
}

/** Where changed values point to, with the place at which a message belongs. */
function pointers(
  context: Context,
  resource: Resource,
  valid: Valid,
  current: Row | undefined,
  place: (errors: FieldErrors) => FieldErrors,
): Pointer[] {
  const found: Pointer[] = [];
  const fail = (name: string) => (errors: FieldErrors, why: string) => {
    place(errors)[name] = why;
  };
  for (const [name, value] of Object.entries(valid.columns)) {
    const property = propertiesOf(resource).get(name)!;
    if (value === null || valid.filled?.has(name)) continue; // what the house fills in it answers for
    const to = property.column?.references?.resource;
    if (to)
      found.push({
        target: to,
        id: value as string,
        accepts: kindOf(property.field).accepts?.(property.field),
        fail: fail(name),
      });
    else if (property.part === 'id') {
      const target = (valid.columns[`${property.fieldName}_resource`] ?? current?.[`${property.fieldName}_resource`]) as
        | string
        | undefined;
      if (target) found.push({ target, id: value as string, fail: fail(name) });
    }
  }
  for (const [name, ids] of Object.entries(valid.pairs)) {
    const before = new Set((current?.[name] ?? []) as string[]);
    const target = resource.fields[name]!.to as string;
    for (const id of ids) if (!before.has(id)) found.push({ target, id, fail: fail(name) });
  }
  for (const [name, { rows }] of Object.entries(valid.lines)) {
    const { child } = lineLink(context, resource, name);
    rows.forEach((line, index) => {
      found.push(
        ...pointers(context, child, line.valid, line.current, (errors) => {
          const parent = place(errors);
          parent[name] ??= rows.map(() => null);
          const list = parent[name] as (FieldErrors | null)[];
          list[index] ??= {};
          return list[index]!;
        }),
      );
    });
  }
  return found;
}

/** Every changed reference must point to a row that the user may see and that is not in the trash. One statement per target. */
export async function checkReferences(
  context: Context,
  tx: Queryable,
  resource: Resource,
  valid: Valid,
  current?: Row,
): Promise<void> {
  const all = pointers(context, resource, valid, current, (errors) => errors);
  if (all.length === 0) return;
  const byTarget = groupBy(all);
  const errors: FieldErrors = {};
  await Promise.all(
    [...byTarget].map(async ([name, group]) => {
      const target = context.engine.model.get(name);
      const ids = [...new Set(group.map((pointer) => pointer.id))];
      const alive = raw(target.trash ? ' AND t.deleted_at IS NULL' : '');
      const typed = raw(group.some((pointer) => pointer.accepts) ? ', t.media_type' : '');
      const rows = await tx.prepared<{ id: string; media_type?: string }>(
        sql`SELECT t.id${typed} FROM ${raw(`${quote(name)} t`)} WHERE t.id = ANY(${ids}::uuid[])${alive} AND ${context.access.rows(target, 'read', 't')}`,
      );
      const known = new Map(rows.map((row) => [row.id, row]));
      for (const { id, accepts, fail } of group) {
        const row = known.get(id);
        if (!row) fail(errors, message('reference'));
        else if (accepts && !accepts.includes(row.media_type!))
          fail(errors, message(accepts.every((type) => type.startsWith('image/')) ? 'picture' : 'file_type'));
      }
    }),
  );
  if (Object.keys(errors).length) throw new PublicError('invalid', errors);
}

/** By target (`Map.groupBy` came with Node 21). */
function groupBy(pointers: readonly Pointer[]): Map<string, Pointer[]> {
  const groups = new Map<string, Pointer[]>();
  for (const pointer of pointers) groups.set(pointer.target, [...(groups.get(pointer.target) ?? []), pointer]);
  return groups;
}
