import { PublicError } from '@kontor/shared';
import { Access } from '../../engine/access.ts';
import type { Context, Engine, Source } from '../../engine/context.ts';
import { auditEvent, authorOf } from '../audit.ts';
import { queueMail } from '../mail/queue.ts';
import { requireGoodPassword } from '../password_rule.ts';
import { hashPassword } from '../passwords.ts';
import { changedMail } from './mails.ts';
import { storePassword } from './store_password.ts';
import { lookUpToken, useToken } from './tokens.ts';

/** From where somebody sets a password. */
export interface From {
  readonly requestId: string;
  readonly source: Source;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
}

/** The context of somebody who is known by a link and may do nothing but this. */
const asOwner = (engine: Engine, { id, name, language }: Person, from: From): Context => ({
  engine,
  access: new Access(engine.model, { id, name, language, roles: [], grants: [], brand_ids: [] }),
  locale: language,
  ...from,
});

/**
 * Sets the password of whoever was sent the link with this token, and uses the token up. Throws `gone` with the `state` of a
 * token that is used, expired, replaced or unknown; 422 at `password` for one that will not do.
 */
export async function setPasswordByToken(
  engine: Engine,
  { token, password }: { readonly token: string; readonly password: string },
  from: From,
): Promise<Person> {
  const known = await lookUpToken(engine.db, token);
  if (!known.user) throw new PublicError('gone', undefined, { state: known.state });
  const { user, purpose } = known;
  await requireGoodPassword(engine.db, user, password);
  const hashed = await hashPassword(password);
  const context = asOwner(engine, user, from);
  await engine.db.transaction(async (tx) => {
    if (!(await useToken(tx, token)))
      throw new PublicError('gone', undefined, { state: (await lookUpToken(tx, token)).state });
    await storePassword(context, tx, user.id, hashed);
    if (purpose === 'reset')
      await queueMail(engine, tx, { to: user.email, name: user.name, ...changedMail(user.language, user) });
    const event = purpose === 'reset' ? 'password_reset' : 'invitation_accepted';
    await auditEvent(tx, authorOf(context), {
      operation: 'security',
      resource: 'users',
      id: user.id,
      details: { event },
    });
  });
  return user;
}

/** Changes the password of whoever is signed in; their other devices are signed out. */
export async function changePassword(
  context: Context,
  user: Person,
  { password, session }: { readonly password: string; readonly session: string },
): Promise<void> {
  const { engine } = context;
  await requireGoodPassword(engine.db, user, password);
  const hashed = await hashPassword(password);
  await engine.db.transaction(async (tx) => {
    await storePassword(context, tx, user.id, hashed, { except: session });
    await queueMail(engine, tx, { to: user.email, name: user.name, ...changedMail(user.language, user) });
    await auditEvent(tx, authorOf(context), {
      operation: 'security',
      resource: 'users',
      id: user.id,
      details: { event: 'password_changed' },
    });
  });
}
