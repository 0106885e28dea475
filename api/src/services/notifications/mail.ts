import { resourceLabel } from '@kontor/shared';
import type { Engine } from '../../engine/context.ts';
import { titles } from '../../engine/embed.ts';
import { sql } from '../../query/sql.ts';
import { queueMail } from '../mail/queue.ts';
import { subjectAlive } from '../reminders/readable.ts';
import type { News } from './enter.ts';
import { newsMail } from './mail_words.ts';
import { readerOf } from './reader.ts';

interface Waiting {
  readonly id: string;
  readonly kind: News['kind'];
  readonly subject_resource: string;
  readonly subject_id: string;
  readonly due_on: string | null;
  readonly text: string | null;
  readonly message_id: string | null;
  readonly created_by: string | null;
  readonly readable: boolean;
}

/** As many are told of in one mail. */
const most = 50;

/** What nobody may be told of by mail any more does not wait for it. */
const forget = async ({ db }: Engine, ids: readonly string[]) => {
  if (ids.length) await db.query(sql`UPDATE notifications SET to_mail = false WHERE id = ANY(${ids}::uuid[])`);
};

/** Writes one mail of all that a user is to be told by mail, as far as they may read it at this moment. */
async function mailTo(engine: Engine, userId: string): Promise<number> {
  const { db, model } = engine;
  const reader = await readerOf(engine, userId);
  if (!reader) {
    await db.query(sql`UPDATE notifications SET to_mail = false WHERE user_id = ${userId} AND to_mail`);
    return 0;
  }
  const { user, context } = reader;
  const { locale, access } = context;
  const found = await db.query<Waiting>(
    sql`SELECT t.id, t.kind, t.subject_resource, t.subject_id, t.due_on, t.text, t.message_id, t.created_by, (${access.rows(model.get('notifications'), 'read', 't')} AND ${subjectAlive(model, 't')}) AS readable FROM notifications t WHERE t.user_id = ${userId} AND t.to_mail ORDER BY t.created_at, t.id LIMIT ${most}`,
  );
  const waiting = found.filter(({ readable }) => readable);
  await forget(
    engine,
    found.filter(({ readable }) => !readable).map(({ id }) => id),
  );
  if (waiting.length === 0) return 0;
  const known = new Map(
    await Promise.all(
      [...new Set(waiting.map((one) => one.subject_resource))].map(async (name) => {
        const ids = waiting.filter((one) => one.subject_resource === name).map((one) => one.subject_id);
        return [name, await titles(context, model.get(name), ids)] as const;
      }),
    ),
  );
  const authors = waiting.flatMap(({ created_by: by }) => (by ? [by] : []));
  const people = await titles(context, model.get('users'), authors);
  return db.transaction(async (tx) => {
    // whoever writes the mail holds what it tells of until it lies in the outbox
    const held = await tx.query<{ id: string }>(
      sql`SELECT id FROM notifications WHERE id = ANY(${waiting.map(({ id }) => id)}::uuid[]) AND to_mail ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
    );
    const mine = new Set(held.map(({ id }) => id));
    const news = waiting.filter(({ id }) => mine.has(id));
    if (news.length === 0) return 0;
    await tx.query(sql`UPDATE notifications SET to_mail = false WHERE id = ANY(${[...mine]}::uuid[])`);
    const [first] = news;
    const url =
      news.length > 1
        ? '/'
        : first!.message_id
          ? `/email_messages/${first!.message_id}/show`
          : `/${first!.subject_resource}/${first!.subject_id}/show`;
    const told = news.map(({ kind, subject_resource: name, subject_id: id, due_on, text, created_by: by }) => {
      const what = resourceLabel(model.get(name), locale, 'one');
      return { kind, what, due_on, text, title: known.get(name)?.get(id) || what, who: (by && people.get(by)) || null };
    });
    await queueMail(engine, tx, {
      to: user.email,
      name: user.name,
      ...newsMail(locale, user.name, told),
      link: `${engine.outward.url}${url}`,
    });
    return 1;
  });
}

/**
 * Writes mails of what people want to hear of by mail, one for each person; several processes may do it at once. Answers how
 * many.
 */
export async function mailNews(engine: Engine): Promise<number> {
  const users = await engine.db.query<{ user_id: string }>(
    sql`SELECT DISTINCT user_id FROM notifications WHERE to_mail`,
  );
  let count = 0;
  for (const { user_id: id } of users) count += await mailTo(engine, id);
  return count;
}
