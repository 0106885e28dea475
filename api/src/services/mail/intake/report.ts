import type { ParsedMail } from 'mailparser';

/** What a report says of one recipient. */
export interface Delivery {
  /** Whom it was meant for, as the server calls them, and as we did. */
  readonly recipients: readonly string[];
  readonly action: string;
  /** The words of the server that could not deliver. */
  readonly words: string;
}

/** A report about the delivery of a mail (RFC 3464). */
export interface Report {
  readonly deliveries: readonly Delivery[];
  /** The copies that came back, and the mails that are named, by the ids we gave them. */
  readonly copies: readonly string[];
  readonly mails: readonly string[];
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The ids of our own in identifiers of mails: `<id@domain>`. */
export const idsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`<(${uuid})@[^<>\\s]+>`, 'gi'))].map(([, id]) => id!.toLowerCase())),
];

/** Fields of a block of headers, by name; folded lines are one. */
const fieldsOf = (block: string): Map<string, string> =>
  new Map(
    block
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const at = line.indexOf(':');
        return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : [];
      }),
  );

/** `rfc822; mia@example.de` without its type. */
const untyped = (text: string | undefined): string | undefined => text?.replace(/^[^;]*;\s*/, '').trim();

const bare = (address: string): string => address.replace(/^<|>$/g, '').trim().toLowerCase();

function deliveriesIn(status: string): Delivery[] {
  return status.split(/\r?\n[ \t]*\r?\n/).flatMap((block) => {
    const fields = fieldsOf(block);
    const recipients = ['final-recipient', 'original-recipient'].flatMap((name) => {
      const address = untyped(fields.get(name));
      return address ? [bare(address)] : [];
    });
    if (recipients.length === 0) return [];
    const said = untyped(fields.get('diagnostic-code'));
    return [
      { recipients, action: (fields.get('action') ?? '').toLowerCase(), words: said || (fields.get('status') ?? '') },
    ];
  });
}

/** Bytes of a report that are looked at: what came back may hang on it whole. */
const head = 1_000_000;

/** Is it a report by its headers alone? Some servers still say it in a header of their own. */
export const isReport = ({ headers }: ParsedMail): boolean => {
  const type = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return (
    headers.has('x-failed-recipients') ||
    (type?.value === 'multipart/report' && (type.params?.['report-type'] ?? 'delivery-status') === 'delivery-status')
  );
};

/** Reads a report: what became of whom, and which of our mails it is about. */
export function readReport(mail: ParsedMail, raw: Buffer): Report {
  const text = raw.subarray(0, head).toString('latin1');
  const named = [...text.matchAll(/^(?:message-id|in-reply-to|references):[^\n]*(?:\n[ \t][^\n]*)*/gim)];
  const status = mail.attachments
    .filter(({ contentType }) => contentType === 'message/delivery-status')
    .map(({ content }) => content.toString('utf8'))
    .join('\n\n');
  const deliveries = deliveriesIn(status);
  const failed = mail.headers.get('x-failed-recipients');
  if (deliveries.length === 0 && typeof failed === 'string')
    deliveries.push({ recipients: failed.split(',').map(bare), action: 'failed', words: mail.text ?? '' });
  const words = (told: string) => (told || mail.text || mail.subject || '').replaceAll('\0', '').trim().slice(0, 2000);
  return {
    deliveries: deliveries.map((one) => ({ ...one, words: words(one.words) })),
    copies: [...text.matchAll(new RegExp(`^x-kontor-copy:\\s*(${uuid})`, 'gim'))].map(([, id]) => id!.toLowerCase()),
    mails: idsIn(named.map(([line]) => line).join('\n')),
  };
}
