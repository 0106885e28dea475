import { message, PublicError, uuid } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { sql } from '../../query/sql.ts';
import type { Other } from './intake/read_mail.ts';
import { ownAddresses } from './own_addresses.ts';

/** Somebody to whom an answer goes. */
interface Addressee {
  readonly email: string;
  readonly name: string | null;
}

/** Whom a mail went to that was written here, except those whom the others do not know of. */
const openCopies = ({ engine }: Context, mail: string) =>
  engine.db.query<Other>(
    sql`SELECT role, "to" AS email, to_name AS name FROM email_messages WHERE mail = ${mail} AND direction = 'out' AND role <> 'bcc' ORDER BY id`,
  );

/**
 * To whom an answer to all goes: who wrote, and all who got it, in the same way as they did; nobody twice, and not to
 * ourselves. Null where no mail is named.
 */
export async function answerAll(context: Context, record: Row, answers: unknown) {
  if (answers === undefined) return null;
  if (typeof answers !== 'string' || !uuid.test(answers))
    throw new PublicError('invalid', { answers_id: message('reference') });
  const { engine } = context;
  const before = await get(context, engine.model.get('email_messages'), answers);
  if (before.about_id !== record.id) throw new PublicError('invalid', { answers_id: message('reference') });
  const writer: Other[] =
    before.direction === 'in' && before.from ? [{ role: 'to', email: before.from, name: before.from_name }] : [];
  const others =
    before.direction === 'in'
      ? Array.isArray(before.others)
        ? (before.others as Other[])
        : []
      : before.mail
        ? await openCopies(context, before.mail)
        : [];
  const seen = new Set(await ownAddresses(engine.db));
  const all = [...writer, ...others].filter(
    ({ email }) => !seen.has(email.toLowerCase()) && seen.add(email.toLowerCase()),
  );
  const by = (wanted: Other['role']): Addressee[] =>
    all.flatMap(({ role, email, name }) => (role === wanted ? [{ email, name }] : []));
  return { to: by('to'), cc: by('cc') };
}
