import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';

/** How mail leaves the house. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the beginning (smtps), demanded after it (STARTTLS), taken where it is offered, or never. */
  readonly tls: 'always' | 'required' | 'offered' | 'never';
  /** Is the certificate of the server checked? */
  readonly verify: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  /** The sender: `Kontor <kontor@example.de>` or an address alone. */
  readonly from: string | Party;
  /** The key with which messages are signed for a domain. */
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };
}

/** Somebody with an address. */
export interface Party {
  readonly name: string;
  readonly address: string;
}

/** Is it this machine? */
export const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Reads `KONTOR_SMTP_URL` and `KONTOR_MAIL_FROM`: `smtp://user:password@host:587`, `smtps://…:465`; `?tls=offered` or
 * `?tls=never` where a server of the house has no TLS, `?verify=false` where its certificate is its own. Unless told
 * otherwise TLS is required of every server but one on this machine. Throws a sentence for what can not be used.
 */
export function readMail(address: string | undefined, from: string | undefined): MailConfig | undefined {
  if (!address) return undefined;
  const sentence = 'KONTOR_SMTP_URL must be an address like smtp://user:password@mail.example.de:587.';
  if (!URL.canParse(address)) throw new Error(sentence);
  const url = new URL(address);
  const tls = url.searchParams.get('tls') ?? (local.test(url.hostname) ? 'offered' : 'required');
  if (!['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw new Error(sentence);
  if (!['required', 'offered', 'never'].includes(tls))
    throw new Error('KONTOR_SMTP_URL knows tls=required, tls=offered and tls=never.');
  if (!from || !/^(?:[^<>\p{Cc}]*<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/u.test(from.trim()))
    throw new Error('KONTOR_MAIL_FROM must be the address mail comes from, like Kontor <kontor@example.de>.');
  const always = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (always ? 465 : 587),
    tls: always ? 'always' : (tls as MailConfig['tls']),
    verify: url.searchParams.get('verify') !== 'false',
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    from: from.trim(),
  };
}

/** Addresses, apart by commas. Throws a sentence that names the variable for what is none. */
export function readAddresses(name: string, text: string | undefined): readonly string[] {
  const addresses = (text ?? '').split(',').flatMap((part) => part.trim() || []);
  const wrong = addresses.find((address) => !/^[^@\s<>]+@[^@\s<>]+$/u.test(address));
  if (wrong) throw new Error(`${name} must be addresses apart by commas; "${wrong}" is none.`);
  return addresses;
}

/** A picture that is shown in the text by its `cid`. */
export interface Picture {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A file that goes along, read while it is sent. */
export interface FilePart {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Readable;
}

/** A message as it leaves, to one recipient. */
export interface Letter {
  /** The same at every attempt and for all who get the mail, so that a server can tell a second copy of what it has. */
  readonly id: string;
  /** The record of this copy: a server that can not deliver sends it back with that. */
  readonly copy?: string;
  /** Whom this copy goes to. */
  readonly recipient: string;
  /** Whom all copies say they go to. */
  readonly to: readonly Party[];
  readonly cc?: readonly Party[];
  /** Instead of the name of the server's sender. */
  readonly fromName?: string | undefined;
  readonly replyTo?: string | undefined;
  /** The mails before it in its conversation, oldest first; it answers the last. */
  readonly references?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly pictures?: readonly Picture[];
  readonly files?: readonly FilePart[];
  /** A date for calendar programs, told by who sends it. */
  readonly appointment?: { readonly method: 'request' | 'cancel'; readonly file: (sender: Party) => string };
  /** Did nobody write it? Then no machine answers it. */
  readonly automatic: boolean;
}

export interface Transport {
  /** The Message-ID of a letter with this id. */
  messageId(id: string): string;
  /** Resolves with the server's words when it has taken the message over. */
  send(letter: Letter): Promise<string>;
  close(): void;
}

/** Milliseconds that a server may take to answer; together well below the time for which a message is claimed. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** On one line: nothing that is written here may begin a header of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const party = (from: string): Party => {
  const [, name = '', address = from] = /^([^<]*)<([^>]+)>$/.exec(from) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
};
const cleaned = ({ name, address }: Party): Party => ({ name: oneLine(name), address: oneLine(address) });

/** Opens the way to the mail server: a connection for each message. */
export function openTransport({ host, port, tls, verify, auth, from, dkim }: MailConfig): Transport {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'always',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'never',
    tls: { rejectUnauthorized: verify },
    ...(auth ? { auth } : {}),
    ...(dkim ? { dkim } : {}),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = cleaned(typeof from === 'string' ? party(from) : from);
  const domain = sender.address.split('@').at(-1) || 'kontor.invalid';
  const messageId = (id: string) => `<${id}@${domain}>`;
  return {
    messageId,
    send: async (letter) => {
      const { id, copy, recipient, to, cc = [], fromName, replyTo, subject, text, html, automatic } = letter;
      const { pictures = [], files = [], references = [], appointment } = letter;
      const from = { ...sender, ...(fromName ? { name: oneLine(fromName) } : {}) };
      const { response } = await transport.sendMail({
        from,
        to: to.map(cleaned),
        ...(cc.length ? { cc: cc.map(cleaned) } : {}),
        ...(replyTo ? { replyTo: oneLine(replyTo) } : {}),
        envelope: { from: sender.address, to: [recipient] },
        subject: oneLine(subject),
        text,
        html,
        attachments: [
          ...pictures.map((picture) => ({ ...picture, contentDisposition: 'inline' as const })),
          ...files.map((file) => ({ ...file, filename: oneLine(file.filename) })),
        ],
        ...(appointment
          ? {
              icalEvent: {
                method: appointment.method,
                filename: 'termin.ics',
                content: appointment.file(from),
              },
            }
          : {}),
        messageId: messageId(id),
        ...(references.length ? { references: [...references], inReplyTo: references.at(-1)! } : {}),
        headers: {
          ...(copy ? { 'X-Kontor-Copy': copy } : {}),
          ...(automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
        },
      });
      return response;
    },
    close: () => transport.close(),
  };
}
