import { mentionedIn } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import { Access } from '../../engine/access.ts';
import type { Hook } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { findUser } from '../../http/authentication.ts';
import { raw, sql } from '../../query/sql.ts';
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
  const people = await tx.query<{ id: string; name: string }>(
    sql`SELECT id, name FROM users WHERE active AND deleted_at IS NULL AND position('@' || lower(name) IN lower(${text}::text)) > 0 AND id <> ${access.actor.id} ORDER BY id`,
  );
  const names = people.map(({ name }) => name);
  const named = mentionedIn(text, names);
  const known = mentionedIn(String(before?.[stream!.text] ?? ''), names);
  const news: News[] = [];
  for (const { id } of people.filter(({ name }) => named.has(name) && !known.has(name)).slice(0, most)) {
    const user = await findUser(tx, { id });
    if (!user) continue;
    const rows = new Access(engine.model, user).rows(resource, 'read', 't');
    const [readable] = await tx.query(
      sql`SELECT 1 FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${record.id} AND ${rows}`,
    );
    if (readable)
      news.push({
        user_id: id,
        kind: 'mention',
        subject_resource: resource.name,
        subject_id: record.id,
        created_by: access.actor.id,
      });
  }
  if (news.length === 0) return;
  await tx.query(enterNews(news, 'once'));
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
