import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';
import type { Database } from '../db/pool.ts';

/** Where processes count together. */
export interface CounterStore {
  /** Counters of one kind: so many points in so many seconds. While the store is away, this process counts alone. */
  counters(kind: string, points: number, seconds: number): RateLimiterAbstract;
  close(): void;
}

export interface CounterOptions {
  /** Address of a Redis to count in; without it PostgreSQL counts. */
  readonly redisUrl?: string | undefined;
  /** Tells installations that share a Redis apart. */
  readonly installation: string;
  /** Hears, once each time, that the store went away. */
  readonly onError?: (error: Error) => void;
}

/** Opens the store of counters: the table `rate_limits`, or Redis. It connects by itself, now and whenever it was away. */
export function openCounters(db: Database, { redisUrl, installation, onError }: CounterOptions): CounterStore {
  const alone = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterMemory({ keyPrefix, points, duration });
  if (redisUrl) {
    const client = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1000 });
    let away = false;
    client.on('ready', () => {
      away = false;
    });
    client.on('error', (error) => {
      if (!away) onError?.(error);
      away = true;
    });
    return {
      counters: (kind, points, duration) =>
        new RateLimiterRedis({
          storeClient: client,
          rejectIfRedisNotReady: true,
          keyPrefix: `kontor_${installation}:${kind}`,
          points,
          duration,
          insuranceLimiter: alone(kind, points, duration),
        }),
      close: () => client.disconnect(),
    };
  }
  const storeClient = {
    query: async (query: { text: string; values: unknown[] }) => {
      const client = await db.connect();
      try {
        return await client.query(query);
      } finally {
        client.release();
      }
    },
  };
  let sweeping = false;
  return {
    counters: (kind, points, duration) => {
      const clearExpiredByTimeout = !sweeping; // one removes what has expired, for all of them
      sweeping = true;
      return new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout,
        keyPrefix: kind,
        points,
        duration,
        insuranceLimiter: alone(kind, points, duration),
      });
    },
    close: () => {},
  };
}
