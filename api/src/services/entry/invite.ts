import { message, operatorId, PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { queueMail } from '../mail/queue.ts';
import { changeUser } from './change_user.ts';
import { companyName, invitationMail } from './mails.ts';
import { issueToken } from './tokens.ts';

/**
 * Sends a user a link by which they set their first password; an earlier one is void from then on. Answers what has changed
 * of the user. Throws 422 for a user who is not active, or has signed in already.
 */
export async function invite(context: Context, tx: Transaction, user: Row): Promise<Row> {
  const { engine, access } = context;
  if (!user.active) throw new PublicError('invalid', { active: message('not_active') });
  if (user.last_seen_at) throw new PublicError('invalid', { last_seen_at: message('signed_in_already') });
  const by = access.actor.id === operatorId ? null : access.actor.id;
  const { token, expiresAt } = await issueToken(tx, { userId: user.id, purpose: 'invite', by });
  const words = invitationMail(user.language, {
    name: user.name,
    company: await companyName(tx),
    inviter: by ? access.actor.name : undefined,
    until: expiresAt,
    timeZone: engine.timeZone,
  });
  const link = `${engine.outward.url}/invitation#${token}`;
  await queueMail(engine, tx, { to: user.email, name: user.name, ...words, link, expiresAt });
  return changeUser(context, tx, user.id, { invited_until: expiresAt });
}
