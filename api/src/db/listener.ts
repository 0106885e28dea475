import pg from 'pg';

/** Hears what other processes announce. */
export interface Listener {
  /** Calls back at every announcement under a name, and whenever some may have been missed. */
  on(name: string, callback: () => void): void;
  stop(): Promise<void>;
}

/** How long after a lost connection a new one is tried, in milliseconds. */
const patience = 1000;

/**
 * Listens on the channel `kontor` over a connection of its own. While that is broken nothing is heard; when it is back,
 * everybody is called, because something may have happened meanwhile.
 */
export function openListener(url: string, onError: (error: Error) => void = () => {}): Listener {
  const callbacks = new Map<string, (() => void)[]>();
  const callAll = () => {
    for (const list of callbacks.values()) for (const callback of list) callback();
  };
  let client: pg.Client | undefined;
  let stopped = false;
  let waiting: NodeJS.Timeout | undefined;

  function again(): void {
    client = undefined;
    if (stopped || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void connect();
    }, patience);
    waiting.unref();
  }

  async function connect(): Promise<void> {
    const own = new pg.Client({ connectionString: url, keepAlive: true });
    client = own;
    own.on('error', (error) => {
      onError(error);
      if (client === own) again();
    });
    own.on('end', () => {
      if (client === own) again();
    });
    own.on('notification', ({ payload = '' }) => {
      for (const callback of callbacks.get(payload) ?? []) callback();
    });
    try {
      await own.connect();
      await own.query('LISTEN kontor');
      callAll();
    } catch (error) {
      onError(error as Error);
      await own.end().catch(() => {});
      if (client === own) again();
    }
  }

  let connecting = connect();
  return {
    on: (name, callback) => {
      callbacks.set(name, [...(callbacks.get(name) ?? []), callback]);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(waiting);
      await connecting;
      connecting = Promise.resolve();
      await client?.end().catch(() => {});
    },
  };
}
