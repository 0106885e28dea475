import { inZone, kindOf, message, PublicError } from '@kontor/shared';
import { kindsOfNotifications } from '@kontor/shared/modules/communication/notification_kinds';
import { v7 as uuidv7 } from 'uuid';
import { quote } from '../../db/quote.ts';
import type { Engine } from '../../engine/context.ts';
import { join, raw, sql } from '../../query/sql.ts';

/** What can be chosen: a way for each kind of notification, and the hour of the digest. */
const names = [...kindsOfNotifications, 'digest_hour'] as const;

export type Choices = Readonly<Record<(typeof names)[number], string | number | null>>;

const unchosen = {
  ...Object.fromEntries(kindsOfNotifications.map((kind) => [kind, 'app'])),
  digest_hour: null,
} as Choices;
const columns = raw(
  names
    .map((name) => (name === 'digest_hour' ? quote(name) : `coalesce(${quote(name)}, 'app') AS ${quote(name)}`))
    .join(', '),
);

/** What a user has chosen, or what holds for who has not. */
export async function choicesOf({ db }: Engine, userId: string): Promise<Choices> {
  const [row] = await db.query<Choices>(sql`SELECT ${columns} FROM notification_choices WHERE user_id = ${userId}`);
  return row ?? unchosen;
}

function read({ model }: Engine, body: unknown): Partial<Record<(typeof names)[number], string | number | null>> {
  const { fields } = model.get('notification_choices');
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new PublicError('invalid', { root: message('invalid') });
  const errors: Record<string, string> = {};
  const values: Partial<Record<string, string | number | null>> = {};
  for (const [name, value] of Object.entries(body)) {
    const field = (names as readonly string[]).includes(name) ? fields[name]! : undefined;
    if (!field) errors[name] = message('unknown_field');
    else if (value === null && name === 'digest_hour') values[name] = null;
    else {
      const parsed = kindOf(field).schema(field).safeParse(value);
      if (parsed.success) values[name] = parsed.data as string | number;
      else errors[name] = parsed.error.issues[0]?.message ?? message('invalid');
    }
  }
  if (Object.keys(errors).length) throw new PublicError('invalid', errors);
  return values;
}

/** Chooses for a user. An hour that is over today means from tomorrow on: nobody is sent a digest by choosing one. */
export async function choose(engine: Engine, userId: string, body: unknown, now = new Date()): Promise<Choices> {
  const values: Record<string, string | number | null> = read(engine, body);
  if (Object.keys(values).length === 0) return choicesOf(engine, userId);
  const { date, time } = inZone(now, engine.timeZone);
  if (typeof values.digest_hour === 'number' && Number(time.slice(0, 2)) >= values.digest_hour)
    values.digest_sent_on = date;
  const chosen = Object.entries(values);
  const [row] = await engine.db.query<Choices>(
    sql`INSERT INTO notification_choices AS c (id, user_id, created_by, ${raw(chosen.map(([name]) => quote(name)).join(', '))}) VALUES (${uuidv7()}, ${userId}, ${userId}, ${join(
      chosen.map(([, value]) => sql`${value}`),
      ', ',
    )}) ON CONFLICT (user_id) DO UPDATE SET ${join(
      chosen.map(([name]) => raw(`${quote(name)} = excluded.${quote(name)}`)),
      ', ',
    )}, updated_at = now(), version = c.version + 1 RETURNING ${columns}`,
  );
  return row!;
}
