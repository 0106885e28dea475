import { v7 as uuidv7 } from 'uuid';
import { Access } from '../../engine/access.ts';
import type { Context, Engine } from '../../engine/context.ts';
import { findUser, type KnownUser } from '../users.ts';

/** Somebody to whom a mail is written, with what they may read at this moment. */
export interface Reader {
  readonly user: KnownUser;
  readonly context: Context;
}

/** The reader of a mail; undefined when they may not come in any more. */
export async function readerOf(engine: Engine, id: string): Promise<Reader | undefined> {
  const user = await findUser(engine.db, { id });
  if (!user) return undefined;
  const access = new Access(engine.model, user);
  return { user, context: { engine, access, locale: user.language, requestId: uuidv7(), source: { origin: 'job' } } };
}
