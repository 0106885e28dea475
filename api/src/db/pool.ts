import type { Socket } from 'node:net';
import pg from 'pg';
import { raw, render, type Sql } from '../query/sql.ts';
import { runPrepared } from './prepared.ts';

/** A connection that may send several statements without waiting for each answer. */
export interface Queryable {
  /** Planned each time with its values: a rare value of a filter wants another plan than a common one. */
  query<T = Record<string, any>>(piece: Sql): Promise<T[]>;
  /** Planned once and kept: for rows that are found by their ids, or inserted, where the values do not matter. Half the work. */
  prepared<T = Record<string, any>>(piece: Sql): Promise<T[]>;
}

/** One transaction. What is sent without waiting fails together: the commit tells. */
export interface Transaction extends Queryable {
  /** Runs after the commit: caches, live events. */
  afterCommit(work: () => void): void;
  /** Runs work that may fail without losing the transaction: what it did is taken back, and its first error is thrown. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

export interface Database extends Queryable {
  /** Runs reading statements over one connection, sent without waiting for each answer. */
  together<T>(work: (on: Queryable) => Promise<T>): Promise<T>;
  /** Runs work in a transaction; deadlocks and serialisation failures are retried. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** A plain client for streams (export) and listeners; release it. */
  connect(): Promise<pg.PoolClient>;
  end(): Promise<void>;
}

const { builtins } = pg.types;
const isoInstant = (text: string) => {
  // "2026-11-21 13:30:00.12+00" (the session runs in UTC) to ISO with milliseconds
  const [date, rest = ''] = text.split(' ');
  const [time, fraction = ''] = rest.replace(/[+-]\d\d(:\d\d)?$/, '').split('.');
  return `${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
};
const asText = (text: string) => text;
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: isoInstant,
  [builtins.DATE]: asText,
  [builtins.TIME]: (text) => text.slice(0, 5),
  [builtins.INT8]: asText,
};
const types = {
  getTypeParser: ((oid: number, format: any) =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Statements that come back are prepared under a name; at most this many per connection. */
const mostNames = 500;
const names = new Map<string, string>();
const seen = new Set<string>();
let named = 0;

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name) return name;
  if (!seen.has(text)) {
    if (seen.size > 5000) seen.clear();
    seen.add(text);
    return undefined;
  }
  if (names.size >= mostNames) return undefined;
  named += 1;
  names.set(text, `k${named}`);
  return names.get(text);
}

/** The plan of a name whose columns changed under a running server (a migration). It runs again under another name. */
const stalePlan = (error: { code?: string; message?: string }) =>
  error.code === '0A000' && /cached plan/.test(error.message ?? '');

async function send<T>(client: pg.ClientBase, piece: Sql, keep: boolean): Promise<T[]> {
  const { text, values } = render(piece);
  const name = keep ? nameOf(text) : undefined;
  if (!name) return (await client.query({ text, values })).rows as T[];
  return runPrepared<T>(client, { name, text, values }).catch((error) => {
    if (stalePlan(error)) names.delete(text);
    throw error;
  });
}

/** What is sent until the program waits leaves in one piece: one system call, and one wake-up of the server. */
function gather(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const transient = new Set(['40001', '40P01']);
const retriable = (error: { code?: string }) => transient.has(error.code ?? '') || stalePlan(error);

/** Opens a pool. `onError` hears of idle connections that broke (a server restart); they are replaced by themselves. */
export function openPool(url: string, size = 10, onError: (error: Error) => void = () => {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    pipeline: true,
    connectionTimeoutMillis: 5000,
    options:
      '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c pg_trgm.word_similarity_threshold=0.55',
  } as pg.PoolConfig);
  pool.on('error', () => {}); // the connection itself has told
  // a connection may break at any time, also a second time; an error that nobody listens to would end the process
  pool.on('connect', (client) => client.on('error', onError));

  async function attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const after: (() => void)[] = [];
    const sent = new Set<Promise<unknown>>();
    let broken: Error | undefined;
    let first: Error | undefined;
    let begun = false;
    // the first statement waits for the end of the turn: if it stays alone, it is a transaction by itself
    let held:
      | { readonly piece: Sql; readonly keep: boolean; readonly done: (answer: Promise<any[]>) => void }
      | undefined;
    const begin = () => {
      if (begun) return;
      begun = true;
      gather(client);
      client.query('BEGIN').catch(() => {});
      release();
    };
    const release = () => {
      held?.done(send<any>(client, held.piece, held.keep));
      held = undefined;
    };
    try {
      const answerTo = (piece: Sql, keep: boolean): Promise<any[]> => {
        if (begun || held) {
          begin();
          gather(client);
          return send<any>(client, piece, keep);
        }
        process.nextTick(() => {
          if (held) begin();
        });
        return new Promise((done) => {
          held = { piece, keep, done };
        });
      };
      const track = (piece: Sql, keep: boolean): Promise<any[]> => {
        const answer = answerTo(piece, keep);
        sent.add(answer);
        answer
          .catch((error) => {
            first ??= error; // later statements fail because of the first; that one is told
          })
          .finally(() => sent.delete(answer));
        return answer;
      };
      const tx: Transaction = {
        query: (piece) => track(piece, false),
        prepared: (piece) => track(piece, true),
        afterCommit: (callback) => after.push(callback),
        savepoint: async (work) => {
          const known = after.length;
          await tx.query(raw('SAVEPOINT part'));
          try {
            const result = await work();
            await tx.query(raw('RELEASE SAVEPOINT part'));
            return result;
          } catch (caught) {
            await Promise.allSettled(sent);
            const error = first ?? caught;
            await client.query('ROLLBACK TO SAVEPOINT part');
            await client.query('RELEASE SAVEPOINT part');
            first = undefined;
            after.length = known;
            throw error;
          }
        },
      };
      const result = await work(tx);
      if (begun) {
        gather(client);
        const committed = await client.query('COMMIT');
        if (committed.command !== 'COMMIT') {
          await Promise.allSettled(sent); // the answer to the commit may be handled before the failure that caused it
          throw first ?? new Error('the transaction was rolled back');
        }
      } else {
        release();
        await Promise.all(sent);
      }
      for (const callback of after) callback();
      return result;
    } catch (caught) {
      const error = first ?? caught;
      held = undefined;
      if (begun)
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function together<T>(work: (on: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      gather(client);
      return await work({
        query: (piece) => send<any>(client, piece, false),
        prepared: (piece) =>
          send<any>(client, piece, true).catch((error) => {
            if (!stalePlan(error)) throw error;
            return send<any>(client, piece, true);
          }),
      });
    } finally {
      client.release(); // the pool throws away a connection that broke
    }
  }

  return {
    query: (piece) => together((on) => on.query(piece)),
    prepared: (piece) => together((on) => on.prepared(piece)),
    together,
    transaction: async (work) => {
      for (let tries = 0; ; tries++) {
        try {
          return await attempt(work);
        } catch (error) {
          if (tries >= 4 || !retriable(error as { code?: string })) throw error;
          await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** tries));
        }
      }
    },
    connect: () => pool.connect(),
    end: () => pool.end(),
  };
}
