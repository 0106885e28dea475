import { PublicError, type Resource, uuid } from '@kontor/shared';
import type { Context, Values } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { cleanRichText } from '../../engine/storage.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../content/store.ts';
import { askedTemplate, templateChoices } from '../templates/choices.ts';
import { fillTemplate } from '../templates/liquid.ts';
import { templateValues } from '../templates/values.ts';
import { appointmentOf } from './appointment.ts';
import { filesOf } from './attachments.ts';
import { brandOf, logoOf, page } from './layout.ts';
import { checkLetter, readLetter } from './letter.ts';
import { personalLink } from './personal_link.ts';
import { proposedRecipients } from './recipients.ts';
import { textOf } from './text.ts';
import { secondsToWithdraw, withSignature } from './write_mail.ts';

/** Everything a dialog needs that writes a mail about a record: as far as the user sees it. */
export async function mailOptions(context: Context, resource: Resource, id: string) {
  const { access, engine } = context;
  const row = await get(context, resource, id);
  access.require(engine.model.get('email_messages'), 'create');
  const [recipients, choices, files, appointment] = await Promise.all([
    proposedRecipients(context, resource, row),
    templateChoices(context, resource, row, engine.model.get('email_templates')),
    filesOf(context, resource, id),
    appointmentOf(context, resource, row),
  ]);
  return { recipients, ...choices, files, appointment, seconds_to_withdraw: secondsToWithdraw };
}

/**
 * Fills a template with a record, as far as the user may read it. Its link is made when Kontor sends it; `link` stands for it.
 */
export async function fillFor(context: Context, resource: Resource, id: string, body: Values, link?: string) {
  const record = await get(context, resource, id);
  const brand = typeof body.brand_id === 'string' && uuid.test(body.brand_id) ? body.brand_id.toLowerCase() : null;
  const templates = context.engine.model.get('email_templates');
  const template = await askedTemplate(context, resource, body, brand, templates);
  const shown = link ?? (template.draft ? personalLink : undefined);
  const more = shown && resource.abilities?.includes('linkable') ? { link: shown } : {};
  const values = await templateValues(context, resource, record, { brand, locale: template.language, ...more });
  const { subject, html, errors } = fillTemplate(template, values);
  const [first] = Object.values(errors);
  if (first) throw new PublicError('invalid', template.draft ? errors : { template_id: first });
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200), html: cleanRichText(html) };
}

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
