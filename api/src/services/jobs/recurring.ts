import { inZone } from '@kontor/shared';
import { type CronItem, type ParsedCronItem, parseCronItems } from 'graphile-worker';
import type { Engine } from '../../engine/context.ts';

/** Work that comes back: every so many minutes, or each day at a time of the company's clock. */
export interface Recurring {
  readonly name: string;
  readonly when: { readonly everyMinutes: number } | { readonly dailyAt: string };
  readonly run: (engine: Engine) => Promise<unknown>;
}

const day = 86_400_000;

/** The instant that a minute of the queue's calendar means: it tells no year, so the nearest one to now. */
function instantOf(digest: { month: number; date: number; hour: number; min: number }, now: Date): Date {
  const in_ = (year: number) => new Date(Date.UTC(year, digest.month - 1, digest.date, digest.hour, digest.min));
  const year = now.getUTCFullYear();
  const candidates = [year - 1, year, year + 1].map(in_);
  return candidates.toSorted((a, b) => Math.abs(+a - +now) - Math.abs(+b - +now))[0]!;
}

/**
 * What the queue has to know of recurring work. One process of all puts it into the queue at its time; what was missed while
 * none was running is made up for once: the last time of it that went by, at most a day ago.
 */
export function cronItems(works: readonly Recurring[], zone: string, now = () => new Date()): ParsedCronItem[] {
  return parseCronItems(
    works.map(({ name, when }): CronItem => {
      const every = 'everyMinutes' in when ? when.everyMinutes : undefined;
      return {
        task: taskOf(name),
        identifier: name,
        match: every
          ? (digest) => (digest.hour * 60 + digest.min) % every === 0
          : (digest) => inZone(instantOf(digest, now()), zone).time === (when as { dailyAt: string }).dailyAt,
        // of work that waits already there is no second
        options: { backfillPeriod: every ? every * 60_000 : day, jobKey: taskOf(name), maxAttempts: 3 },
      };
    }),
  );
}

/** Its name in the queue. */
export const taskOf = (name: string): string => `recurring:${name}`;
