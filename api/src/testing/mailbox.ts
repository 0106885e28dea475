import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A message that a mail server has taken over. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, with its headers. */
  readonly raw: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Its parts in plain letters, one after the other. */
  readonly body: string;
}

/** What a mail server says to a message: it takes it, refuses it, or hangs up in the middle of it. */
export type Verdict = 'take' | 'hang up' | { readonly code: number; readonly words: string };

/** A real mail server on this machine that keeps what it gets. */
export interface Mailbox {
  readonly url: string;
  readonly received: Received[];
  /** How often somebody began to deliver something. */
  attempts: number;
  /** What happens to the next messages, in order; all others are taken. */
  readonly verdicts: Verdict[];
  /** Recipients whom the server does not take mail for, and what it says to that. */
  readonly refused: Map<string, { readonly code: number; readonly words: string }>;
  /** Milliseconds for which the server thinks about a message. */
  delay: number;
  /** Waits for the next message to somebody that was not waited for yet. */
  next(to: string, ms?: number): Promise<Received>;
  stop(): Promise<void>;
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Reads what mail programs would show: headers on one line each, parts decoded. */
export function read(raw: string): Pick<Received, 'headers' | 'body'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const content = rest.join('\r\n\r\n');
  const parts = [head, ...content.split(/\r\n--[^\r\n]+(?:--)?\r\n/)];
  const body = parts
    .slice(1)
    .map((part) => {
      const [partHead = '', ...partRest] = part.split('\r\n\r\n');
      const inner = partRest.join('\r\n\r\n');
      if (/base64/i.test(partHead)) return Buffer.from(inner, 'base64').toString('utf8');
      return /quoted-printable/i.test(partHead) ? quotedPrintable(inner) : inner;
    })
    .join('\n');
  return { headers, body };
}

/** Starts a mail server; with `port` at the place of an earlier one. */
export async function startMailbox(options: { readonly port?: number; readonly tls?: boolean } = {}): Promise<Mailbox> {
  const received: Received[] = [];
  const shown = new Set<Received>();
  const refused: Mailbox['refused'] = new Map();
  const box = { received, attempts: 0, verdicts: [] as Verdict[], refused, delay: 0 };
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: options.tls ? [] : ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'kontor' && password === 'p@ss wört'
        ? done(null, { user: username })
        : done(new Error('no such account')),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refused.get(address);
      done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
    },
    onData: (stream, session: SMTPServerSession, done) => {
      box.attempts += 1;
      const verdict = box.verdicts.shift() ?? 'take';
      const chunks: Buffer[] = [];
      if (verdict === 'hang up') {
        stream.resume();
        for (const connection of server.connections)
          (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
        return;
      }
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () =>
        setTimeout(() => {
          if (verdict !== 'take') {
            done(Object.assign(new Error(verdict.words), { responseCode: verdict.code }));
            return;
          }
          const raw = Buffer.concat(chunks).toString('utf8');
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw,
            ...read(raw),
          });
          done();
        }, box.delay),
      );
    },
  });
  server.on('error', () => {}); // a connection that is dropped is what some tests want
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    next: async (to: string, ms = 10_000) => {
      for (const until = Date.now() + ms; Date.now() < until; await new Promise((done) => setTimeout(done, 20))) {
        const found = received.find((one) => one.to.includes(to) && !shown.has(one));
        if (found) {
          shown.add(found);
          return found;
        }
      }
      throw new Error(`no message to ${to} within ${ms} ms`);
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  });
}

/** The link of a message to set a password. */
export const linkOf = ({ body }: Pick<Received, 'body'>): string => /https?:\/\/\S+#[\w-]+/.exec(body)![0];
export const tokenOf = (link: string): string => link.split('#')[1]!;
