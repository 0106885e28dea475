import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the database that can be cut, to see what Kontor does without it. */
export interface DatabaseProxy {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Breaks all connections and refuses new ones. */
  cut(): Promise<void>;
  /** Lets connections through again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Where a connection string leads: a socket in a folder, or a host and port. */
function goalOf(url: string): { path: string } | { host: string; port: number } {
  const folder = /[?&]host=([^&]*)/.exec(url)?.[1];
  if (folder) return { path: `${decodeURIComponent(folder)}/.s.PGSQL.5432` };
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 5432) };
}

/** Opens a way to the database of a connection string. */
export async function openProxy(url: string): Promise<DatabaseProxy> {
  const goal = goalOf(url);
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const listen = async () => {
    server = createServer((near) => {
      const far = connect(goal as never);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          sockets.delete(from);
          to.destroy();
        });
      }
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    port = (server.address() as { port: number }).port;
  };
  const cut = async () => {
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen();
  const [, user = 'kontor_app', database = ''] = /^postgres(?:ql)?:\/\/(?:([^@/]*)@)?[^/]*\/([^?]*)/.exec(url) ?? [];
  return { url: `postgresql://${user}@127.0.0.1:${port}/${database}`, cut, mend: listen, close: cut };
}
