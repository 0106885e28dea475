import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { type Author, auditEvent } from '../audit.ts';
import { queueMail } from '../mail/queue.ts';
import { resetMail } from './mails.ts';
import { issueToken, recentResets } from './tokens.ts';

/** So many links in an hour; whoever asks more often has them already. */
const mostResets = 3;

/** Sends a link for a new password to whoever has this address. Nothing happens when nobody has it. */
export async function sendReset(engine: Engine, author: Author, email: string): Promise<void> {
  await engine.db.transaction(async (tx) => {
    // locked, so that many at once are counted one after the other
    const [user] = await tx.query<{ id: string; name: string; email: string; language: 'de' | 'en' }>(
      sql`SELECT id, name, email, language FROM users WHERE email = ${email} AND active AND deleted_at IS NULL FOR NO KEY UPDATE`,
    );
    if (!user || (await recentResets(tx, user.id)) >= mostResets) return;
    const { token, expiresAt } = await issueToken(tx, { userId: user.id, purpose: 'reset', by: null });
    const words = resetMail(user.language, user);
    const link = `${engine.outward.url}/reset#${token}`;
    await queueMail(engine, tx, { to: user.email, name: user.name, ...words, link, expiresAt });
    await auditEvent(tx, author, {
      operation: 'security',
      resource: 'users',
      id: user.id,
      details: { event: 'password_reset_requested' },
    });
  });
}
