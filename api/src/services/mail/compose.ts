import type { Resource } from '@kontor/shared';
import type { Context, Values } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../content/store.ts';
import { templateChoices } from '../templates/choices.ts';
import { fillAsked } from '../templates/fill_asked.ts';
import { fillTemplate } from '../templates/liquid.ts';
import { answerAll } from './answer_all.ts';
import { appointmentOf } from './appointment.ts';
import { filesOf } from './attachments.ts';
import { brandOf, logoOf, page } from './layout.ts';
import { checkLetter, readLetter } from './letter.ts';
import { personalLink } from './personal_link.ts';
import { proposedRecipients } from './recipients.ts';
import { textOf } from './text.ts';
import { secondsToWithdraw, withSignature } from './write_mail.ts';

/** Everything a dialog needs that writes a mail about a record: as far as the user sees it. */
export async function mailOptions(context: Context, resource: Resource, id: string, answers?: unknown) {
  const { access, engine } = context;
  const row = await get(context, resource, id);
  access.require(engine.model.get('email_messages'), 'create');
  const [recipients, choices, files, appointment, answer_all] = await Promise.all([
    proposedRecipients(context, resource, row),
    templateChoices(context, resource, row, engine.model.get('email_templates')),
    filesOf(context, resource, id),
    appointmentOf(context, resource, row),
    answerAll(context, row, answers),
  ]);
  return { recipients, ...choices, files, appointment, answer_all, seconds_to_withdraw: secondsToWithdraw };
}

/**
 * Fills a template of mails with a record. The link of its recipient is made when Kontor sends it; `link` stands for it.
 */
export const fillFor = (context: Context, resource: Resource, id: string, body: Values, link?: string) =>
  fillAsked(context, resource, id, body, {
    templates: 'email_templates',
    fill: fillTemplate,
    more: ({ draft }) => {
      const shown = link ?? (draft ? personalLink : undefined);
      return shown && resource.abilities?.includes('linkable') ? { link: shown } : {};
    },
  });

/** The mail as its recipients will see it, and who will send it; nothing is kept. */
export async function previewMail(
  context: Context,
  resource: Resource,
  id: string,
  body: unknown,
  store: ContentStore,
) {
  const { engine } = context;
  context.access.require(engine.model.get('email_messages'), 'create');
  await get(context, resource, id);
  const read = await readLetter(context, body, true);
  await engine.db.transaction((tx) => checkLetter(context, tx, read));
  const { letter } = read;
  const brand = letter.brand_id ? await brandOf(engine.db, letter.brand_id) : undefined;
  const logo = brand && (await logoOf(store, brand));
  const [account] = await engine.db.query<{ from_name: string | null; from_address: string; own: boolean }>(
    sql`SELECT from_name, from_address, brand_id IS NOT NULL AS own FROM email_accounts WHERE active AND (brand_id IS NULL OR brand_id = ${letter.brand_id}) ORDER BY brand_id NULLS LAST, created_at, id LIMIT 1`,
  );
  const html = withSignature(letter.html, brand?.signature);
  const source = logo && `data:${logo.contentType};base64,${logo.content.toString('base64')}`;
  const name = account?.own ? (account.from_name ?? brand?.sender_name) : (brand?.sender_name ?? account?.from_name);
  return {
    from: account ? { name: name ?? null, email: account.from_address } : null,
    subject: letter.subject,
    html: page(html, brand, source),
    text: textOf(html),
    attachments: letter.attachments,
  };
}
