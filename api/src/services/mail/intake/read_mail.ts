import { createHash } from 'node:crypto';
import { email, schemaOf } from '@kontor/shared';
import { type ParsedMail, simpleParser } from 'mailparser';
import { cleanRichText } from '../../../engine/storage.ts';
import { paragraphsOf } from '../html.ts';
import { oneLine } from '../transport.ts';

const mostText = 200_000;
const mostHtml = 1_000_000;
const address = schemaOf(email({ de: 'E-Mail', en: 'E-mail' }));

/** Reads a mail, or its headers alone. Parts that say what became of another mail stay apart from the text. */
export const parse = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, {
    keepDeliveryStatus: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: mostHtml,
  });

/** What PostgreSQL can keep of it. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Who a mail says it is from. */
export function senderOf(mail: ParsedMail): { readonly from: string | null; readonly name: string | null } {
  const first = mail.from?.value.flatMap((one) => one.group ?? [one])[0];
  const parsed = address.safeParse(first?.address);
  const from = parsed.success ? (parsed.data as string) : null;
  const name = oneLine(storable(first?.name || from || mail.from?.text || '')).slice(0, 120);
  return { from, name: name || null };
}

/** Somebody else who got a mail. */
export interface Other {
  readonly role: 'to' | 'cc';
  readonly name: string | null;
  readonly email: string;
}

const mostOthers = 100;

/** Whom a mail says it went to besides us and its sender, nobody twice. */
export function othersOf(mail: ParsedMail, own: ReadonlySet<string>): Other[] | null {
  const seen = new Set([...own, senderOf(mail).from?.toLowerCase()]);
  const others = (['to', 'cc'] as const).flatMap((role) =>
    [mail[role] ?? []]
      .flat()
      .flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
      .flatMap((one): Other[] => {
        const parsed = address.safeParse(one.address);
        const email = parsed.success ? String(parsed.data) : '';
        if (!email || seen.has(email.toLowerCase())) return [];
        seen.add(email.toLowerCase());
        return [
          {
            role,
            email,
            name:
              oneLine(storable(one.name ?? ''))
                .slice(0, 120)
                .toWellFormed() || null,
          },
        ];
      }),
  );
  return others.length ? others.slice(0, mostOthers) : null;
}

/** The mails that this one names as those before it, oldest first; that which it answers last. */
export function referencesOf({ references, inReplyTo }: ParsedMail): string[] {
  const all = [references ?? [], inReplyTo ?? []].flat().flatMap((text) => text.match(/<[^<>\s]{1,990}>/g) ?? []);
  return [...new Set(all.toReversed())].toReversed().slice(-50);
}

/** By what a mail is known in its mailbox: its own id, all of it where it has none; as a digest, for ids can be anything. */
export const receivedId = (account: string, { messageId }: ParsedMail, raw: Buffer): string =>
  `${account} ${createHash('sha256')
    .update(messageId || raw)
    .digest('hex')}`;

/** The id of a mail by which others can name it; null where it is none that can be named. */
export const messageIdOf = ({ messageId = '' }: ParsedMail): string | null =>
  /^<[\x21-\x7e]{1,490}>$/.test(messageId) ? messageId : null;

/** The words of a mail as they are kept: harmless, and not without end. One that has only text is laid out as it stands. */
export function wordsOf(mail: ParsedMail): { subject: string; text: string; html: string } {
  const text = storable(mail.text ?? '')
    .trim()
    .slice(0, mostText)
    .toWellFormed();
  const given = typeof mail.html === 'string' && mail.html.length <= mostHtml ? mail.html : '';
  const html = given ? cleanRichText(storable(given)).trim() : '';
  return {
    subject:
      oneLine(storable(mail.subject ?? ''))
        .slice(0, 200)
        .toWellFormed() || '(ohne Betreff)',
    text: text || '(ohne Text)',
    html: html && html.length <= mostText ? html : cleanRichText(paragraphsOf(text || '(ohne Text)')),
  };
}
