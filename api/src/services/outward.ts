/** What leads out of the house: the address people reach it at, mail that is to go, and work that an answer does not wait for. */
export interface Outward {
  /** Address of Kontor without a slash at the end, for links. */
  readonly url: string;
  /** Says that mail waits. */
  wake(): void;
  /** Does something after the answer, so that its time tells nothing of it. */
  later(work: () => Promise<void>): void;
  /** When all that was to be done later is done. */
  settled(): Promise<void>;
}

/** The server tells its address and who sends mail once it knows. */
export interface OpenOutward extends Outward {
  url: string;
  wake: () => void;
}

export interface OutwardOptions {
  readonly url: string;
  /** Hears of work that failed: nobody waits for it. */
  readonly onError?: (error: Error) => void;
}

/** Without a sender mail waits in the outbox. */
export function openOutward({ url, onError = () => {} }: OutwardOptions): OpenOutward {
  const running = new Set<Promise<void>>();
  return {
    url: url.replace(/\/+$/, ''),
    wake: () => {},
    later: (work) => {
      const done = new Promise<void>((begin) => setImmediate(begin))
        .then(work)
        .catch(onError)
        .finally(() => running.delete(done));
      running.add(done);
    },
    settled: async () => {
      while (running.size) await Promise.all(running);
    },
  };
}
