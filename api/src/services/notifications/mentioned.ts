import { mentionedIn } from '@kontor/shared';
import { Access } from '../../engine/access.ts';
import type { Hook } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { readersAmong } from '../../engine/readers.ts';
import { sql } from '../../query/sql.ts';
import { findUsers } from '../users.ts';
import { enterNews, type News } from './enter.ts';
import { isSilent } from './silent.ts';

/** Nobody names more people than that and means each of them. */
const most = 50;

/**
 * Tells people that they are named in the text of a record (`stream.mentions`), in the transaction of the change: those who
 * may read it, never who has written it, and of what was changed only those who were not named before.
 */
export async function tellMentioned({ context, tx, resource, before, values, record }: Hook & { record: Row }) {
  const { access, engine } = context;
  const { stream } = resource;
  const text = stream?.mentions ? values[stream.text] : undefined;
  if (typeof text !== 'string' || !text.includes('@') || isSilent(context)) return;
  const people = await tx.query<{ id: string; name: string; email: string }>(
    sql`SELECT id, name, email FROM users WHERE active AND deleted_at IS NULL AND position('@' || lower(name) IN lower(${text}::text)) > 0 ORDER BY id`,
  );
  const known = mentionedIn(String(before?.[stream!.text] ?? ''), people);
  const named = [...mentionedIn(text, people)].filter((id) => !known.has(id) && id !== access.actor.id).slice(0, most);
  const theirs = (await findUsers(tx, named)).map((user) => ({ user, access: new Access(engine.model, user) }));
  const readers = await readersAmong(tx, resource, record.id, theirs);
  if (readers.length === 0) return;
  const news = readers.map(
    ({ user }): News => ({
      user_id: user.id,
      kind: 'mention',
      subject_resource: resource.name,
      subject_id: record.id,
      created_by: access.actor.id,
    }),
  );
  await tx.query(enterNews(news, 'once'));
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
