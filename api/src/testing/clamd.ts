import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** A server that speaks clamd's INSTREAM, and finds one word. */
export interface TestClamd {
  readonly port: number;
  /** What it has looked at, byte for byte. */
  readonly seen: Buffer[];
  /** Says nothing to the next stream and hangs up. */
  silent: boolean;
  stop(): Promise<void>;
}

/** Starts it; what is longer than `most` bytes is refused as clamd does with `StreamMaxLength`. */
export async function startClamd(finds: string, most = 1_000_000): Promise<TestClamd> {
  const seen: Buffer[] = [];
  const state = { silent: false };
  const talk = (socket: Socket) => {
    let waiting = Buffer.alloc(0);
    let begun = false;
    const content: Buffer[] = [];
    let answered = false;
    const say = (words: string) => {
      answered = true;
      socket.write(`${words}\0`);
    };
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (answered) return;
      waiting = Buffer.concat([waiting, data]);
      if (!begun) {
        const end = waiting.indexOf(0);
        if (end < 0) return;
        if (waiting.subarray(0, end).toString() !== 'zINSTREAM') return say('UNKNOWN COMMAND');
        begun = true;
        waiting = waiting.subarray(end + 1);
      }
      while (waiting.length >= 4) {
        const size = waiting.readUInt32BE();
        if (size === 0) {
          const all = Buffer.concat(content);
          seen.push(all);
          if (state.silent) return void socket.destroy();
          return say(all.includes(finds) ? 'stream: Kontor-Test-Signature FOUND' : 'stream: OK');
        }
        if (waiting.length < 4 + size) return;
        content.push(waiting.subarray(4, 4 + size));
        waiting = waiting.subarray(4 + size);
        if (content.reduce((sum, part) => sum + part.length, 0) > most)
          return say('INSTREAM size limit exceeded. ERROR');
      }
    });
  };
  const server: Server = createServer(talk);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    get silent() {
      return state.silent;
    },
    set silent(value) {
      state.silent = value;
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
