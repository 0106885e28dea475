import { connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import hoodiecrow from 'hoodiecrow-imap';

/** A real IMAP server on this machine, with one mailbox. */
export interface ImapBox {
  readonly port: number;
  /** Puts a mail into the mailbox, as it comes from the network; headers and body are apart by an empty line. */
  deliver(raw: string | Buffer): void;
  /** Numbers the mailbox anew, as servers do after a repair. */
  renumber(): void;
  /** Flags of all mails: whoever only looks leaves them as they are. */
  flags(): readonly (readonly string[])[];
  /** Hangs up once the server has said so many further bytes; for one connection. */
  hangUpAfter(bytes: number): void;
  /** How many connections there were. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

export const imapUser = { user: 'kontor', password: 'p@ss' };

/** Starts an IMAP server, with a line before it that can be cut; with a certificate it speaks TLS from the beginning. */
export async function startImap(secure?: { readonly key: string; readonly cert: string }): Promise<ImapBox> {
  const server = hoodiecrow({
    plugins: ['ID', 'UNSELECT', 'UIDPLUS', 'IDLE'],
    users: { [imapUser.user]: { password: imapUser.password } },
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port: goal } = server.server.address() as { port: number };
  let allowed: number | undefined;
  let connections = 0;
  const sockets = new Set<Socket>();
  const through = (near: Socket) => {
    connections += 1;
    const far = connect(goal, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      if (allowed !== undefined && chunk.length >= allowed) {
        near.end(chunk.subarray(0, allowed));
        allowed = undefined;
        far.destroy();
        return;
      }
      if (allowed !== undefined) allowed -= chunk.length;
      near.write(chunk);
    });
  };
  const line = secure ? createTlsServer(secure, through) : createServer(through);
  line.on('tlsClientError', () => {}); // whoever does not like the certificate hangs up
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready));
  return {
    port: (line.address() as { port: number }).port,
    deliver: (raw) => server.appendMessage('INBOX', [], new Date(), Buffer.from(raw).toString('binary')),
    renumber: () => {
      server.getMailbox('INBOX').uidvalidity += 1;
    },
    flags: () => server.getMailbox('INBOX').messages.map(({ flags }) => flags),
    hangUpAfter: (bytes) => {
      allowed = bytes;
    },
    connections: () => connections,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise((done) => line.close(done)),
        new Promise<void>((done) => server.close(() => done())),
      ]);
    },
  };
}
