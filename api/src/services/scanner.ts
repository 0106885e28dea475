import { connect, type Socket } from 'node:net';
import { PublicError } from '@kontor/shared';

/** Where clamd listens: a port, or a socket of this machine. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** One stream on its way to the scanner. */
export interface Scan {
  /** Resolves when the scanner has room for more. */
  write(chunk: Buffer): Promise<void>;
  /** What was found, by its name; undefined when there is nothing. */
  end(): Promise<string | undefined>;
  /** Gives the stream up. */
  drop(): void;
}

/** Milliseconds of silence after which the scanner counts as away. */
const patience = 30_000;

/**
 * Reads `KONTOR_CLAMD`: `host:port`, or the path of a socket. Throws a sentence for what is neither.
 */
export function readScanner(text: string | undefined): ScannerAddress | undefined {
  if (!text) return undefined;
  if (text.startsWith('/')) return { path: text };
  const [, host, port] =
    /^(?:\[([0-9a-f:]+)\]|([^:\s]+)):(\d{1,5})$/i.exec(text)?.filter((part) => part !== undefined) ?? [];
  if (!host || !port || Number(port) > 65_535)
    throw new Error('KONTOR_CLAMD must be host:port or the path of a socket, like 127.0.0.1:3310.');
  return { host, port: Number(port) };
}

/** The length before each part, as clamd wants it: 32 bits, the largest first. */
function sized(chunk: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(chunk.length);
  return size;
}

/**
 * Begins a scan by clamd's INSTREAM (clamd(8)): parts with their lengths, a length of zero at the end, then its verdict.
 * Whatever stands in the way of a verdict is a refusal: what was not looked at does not come in.
 */
export function beginScan(address: ScannerAddress): Scan {
  const socket: Socket = connect(address);
  let heard = '';
  // the answer ends with a zero; it may come before everything was sent, when that is too much
  const verdict = new Promise<string>((done) => {
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('data', (part) => {
      heard += part.toString('utf8');
      if (heard.endsWith('\0')) done(heard.slice(0, -1).trim());
    });
    socket.on('error', () => {}); // what was heard until then counts
    socket.on('close', () => done(heard.trim()));
  });
  socket.write('zINSTREAM\0');
  const send = (bytes: Buffer) =>
    heard !== '' || socket.destroyed || socket.write(bytes)
      ? undefined
      : new Promise<void>((go) => {
          const on = () => {
            socket.off('drain', on).off('close', on);
            go();
          };
          socket.on('drain', on).on('close', on);
        });
  return {
    write: async (chunk) => {
      await send(sized(chunk));
      await send(chunk);
    },
    end: async () => {
      await send(sized(Buffer.alloc(0)));
      const words = await verdict;
      socket.destroy();
      const [, found] = /^stream: (.+) FOUND$/.exec(words) ?? [];
      if (found) return found;
      if (words === 'stream: OK') return undefined;
      throw new PublicError(/size limit exceeded/i.test(words) ? 'too_large' : 'scanner_unavailable');
    },
    drop: () => socket.destroy(),
  };
}
