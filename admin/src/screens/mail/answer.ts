import type { Locale } from '@kontor/shared';
import { addresseeText } from './letter.ts';

/** A mail as it stands in a conversation. */
export interface MailRow {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly from: string | null;
  readonly from_name: string | null;
  readonly to: string;
  readonly to_name: string | null;
  readonly role: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly mail: string | null;
  readonly thread: string | null;
  readonly created_at: string;
  readonly sent_at: string | null;
  readonly received_at: string | null;
  readonly created_by_name?: string | null;
  /** Who else got a mail that came in. */
  readonly others?: readonly { readonly role: string; readonly email: string }[] | null;
  readonly state?: string;
  readonly attendance?: string | null;
}

/** When it came in or left; until then, when it was written. */
export const instantOf = ({ received_at, sent_at, created_at }: MailRow): string =>
  received_at ?? sent_at ?? created_at;

/** What an answer begins with. */
export interface Answer {
  readonly id: string;
  /** `Name <address>` */
  readonly to: string;
  /** Does it go to all who got the mail? The server tells who that is. */
  readonly all?: boolean;
  readonly subject: string;
  readonly html: string;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

/** Letters alone as paragraphs. */
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('');

const longest = 200;
const begun = /^(?:(?:re|aw|antw)(?:\[\d+\])?:\s*)+/i;

/** An answer to a mail with its text quoted below; to one's own it goes on, to whom that went. */
export function answerTo(mail: MailRow, locale: Locale, when: string): Answer {
  const incoming = mail.direction === 'in';
  const [name, address] = incoming ? [mail.from_name, mail.from] : [mail.to_name, mail.to];
  const writer = incoming ? (mail.from_name ?? mail.from) : mail.created_by_name;
  const mark = locale === 'de' ? 'AW: ' : 'Re: ';
  const told =
    locale === 'de' ? `Am ${when} schrieb ${writer ?? 'jemand'}:` : `On ${when} ${writer ?? 'somebody'} wrote:`;
  return {
    id: mail.id,
    to: address ? addresseeText({ name, email: address }) : '',
    subject: `${mark}${mail.subject.replace(begun, '')}`.slice(0, longest),
    html: `<p></p><p>${escaped(told)}</p><blockquote>${mail.html ?? paragraphs(mail.text)}</blockquote>`,
  };
}

/** A mail of a conversation with all who got it: copies are one mail. */
export interface Told {
  readonly mail: MailRow;
  /** Who got it, by name; and one row for each, where it was written here. */
  readonly recipients: readonly string[];
  readonly copies: readonly MailRow[];
}

/** The mails of a conversation, oldest first; copies of one mail are together. */
export function conversationOf(rows: readonly MailRow[]): Told[] {
  const mails = new Map<string, MailRow[]>();
  for (const row of rows) {
    const key = row.mail ?? row.id;
    mails.set(key, [...(mails.get(key) ?? []), row]);
  }
  return [...mails.values()]
    .map((copies) => ({ mail: copies[0]!, recipients: copies.map(({ to, to_name }) => to_name ?? to), copies }))
    .toSorted((a, b) => instantOf(a.mail).localeCompare(instantOf(b.mail)));
}
