import { message, PublicError } from '@kontor/shared';
import type { Context } from '../../engine/context.ts';
import { requireId } from '../../engine/get.ts';
import { sql } from '../../query/sql.ts';
import { auditEvent, authorOf } from '../audit.ts';
import { lookUpToken, ownerOfToken } from './tokens.ts';

/**
 * The link of a message that waits or has failed, for an administrator who hands it over in person where no mail leaves the
 * house. Whoever looks is told in the trail, at the message and at the user whom the link lets in.
 */
export async function showLink(context: Context, given: string): Promise<string> {
  const { engine, access } = context;
  const messages = engine.model.get('email_messages');
  access.require(messages, 'action.show_link');
  const id = requireId(given);
  return engine.db.transaction(async (tx) => {
    const [row] = await tx.query<{ link: string | null }>(
      sql`SELECT t.link FROM email_messages t WHERE t.id = ${id} AND ${access.rows(messages, 'action.show_link', 't')}`,
    );
    if (!row) throw new PublicError('not_found');
    const link = row.link && engine.secrets.decrypt(row.link);
    const token = link?.split('#')[1];
    if (!link || !token || (await lookUpToken(tx, token)).state !== 'open')
      throw new PublicError('invalid', { link: message('link_expired') });
    const owner = await ownerOfToken(tx, token);
    const about = [{ resource: 'email_messages', id }, ...(owner ? [{ resource: 'users', id: owner }] : [])];
    for (const one of about)
      await auditEvent(tx, authorOf(context), { operation: 'security', ...one, details: { event: 'link_shown' } });
    return link;
  });
}
