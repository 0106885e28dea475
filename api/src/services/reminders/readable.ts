import type { Model } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import { Access } from '../../engine/access.ts';
import type { Engine } from '../../engine/context.ts';
import { join, raw, type Sql, sql } from '../../query/sql.ts';
import { findUser } from '../users.ts';

/** What a user may do at this moment; undefined when they may not come in any more. */
export async function accessOfUser(engine: Engine, id: string): Promise<Access | undefined> {
  const user = await findUser(engine.db, { id });
  return user && new Access(engine.model, user);
}

/** The records on which rows of `alias` hang are not in the trash. */
export function subjectAlive(model: Model, alias: string): Sql {
  const bins = model.subjects(undefined).filter((name) => model.get(name).trash);
  const column = raw(`${alias}.subject_resource`);
  const gone = bins.map(
    (name) =>
      sql`(${column} = ${name} AND EXISTS (SELECT 1 FROM ${raw(`${quote(name)} b WHERE b.id = ${alias}.subject_id AND b.deleted_at IS NOT NULL`)}))`,
  );
  return sql`NOT (${join(gone, ' OR ')})`;
}
