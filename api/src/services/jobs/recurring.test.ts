import { inZone } from '@kontor/shared';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { openJobFiles } from '../content/index.ts';
import { cronItems, type Recurring } from './recurring.ts';
import { startWorker } from './worker.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const nothing = async () => {};
const digestOf = (at: Date) => ({
  min: at.getUTCMinutes(),
  hour: at.getUTCHours(),
  date: at.getUTCDate(),
  month: at.getUTCMonth() + 1,
  dow: at.getUTCDay(),
});
/** The minutes of a day (UTC) at which the work is due. */
function minutes(when: Recurring['when'], from: string): string[] {
  const start = new Date(from);
  const [item] = cronItems([{ name: 'x', when, run: nothing }], 'Europe/Berlin', () => start);
  return Array.from({ length: 1440 }, (_, n) => new Date(+start + n * 60_000))
    .filter((at) => item!.match(digestOf(at)))
    .map((at) => at.toISOString().slice(0, 16));
}

test('comes at the time of the company’s clock, in summer and in winter, and over the turn of the year', () => {
  expect(minutes({ dailyAt: '07:00' }, '2026-07-01T00:00:00Z')).toEqual(['2026-07-01T05:00']);
  expect(minutes({ dailyAt: '07:00' }, '2026-12-01T00:00:00Z')).toEqual(['2026-12-01T06:00']);
  expect(minutes({ dailyAt: '00:30' }, '2026-12-31T12:00:00Z')).toEqual(['2026-12-31T23:30']);
  // the clocks change on these days
  expect(minutes({ dailyAt: '07:00' }, '2026-03-29T00:00:00Z')).toEqual(['2026-03-29T05:00']);
  expect(minutes({ dailyAt: '07:00' }, '2026-10-25T00:00:00Z')).toEqual(['2026-10-25T06:00']);
  expect(minutes({ everyMinutes: 360 }, '2026-07-01T00:00:00Z').map((at) => at.slice(11))).toEqual([
    '00:00',
    '06:00',
    '12:00',
    '18:00',
  ]);
});

test('what was missed is made up for once, by one of several processes', async () => {
  let runs = 0;
  const later = inZone(new Date(Date.now() + 12 * 3_600_000), 'Europe/Berlin').time;
  const works: Recurring[] = [
    {
      name: 'missed',
      when: { everyMinutes: 1 },
      run: async () => {
        runs += 1;
      },
    },
    {
      name: 'unknown yet',
      when: { dailyAt: later },
      run: async () => {
        runs += 100;
      },
    },
  ];
  await kontor.owner.query(
    "INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution) VALUES ('missed', now() - interval '3 days', now() - interval '2 days')",
  );
  const worker = () =>
    startWorker({
      engine: kontor.running.engine,
      logger: pino({ level: 'silent' }),
      url: kontor.running.databases.url,
      files: openJobFiles({ home: kontor.home }),
      works,
    });
  const stops = await Promise.all([worker(), worker(), worker()]);
  try {
    await vi.waitFor(() => expect(runs).toBeGreaterThan(0), { timeout: 120_000 });
    // a minute that begins meanwhile is a further one; three days were not made up for one by one
    expect(runs).toBeLessThanOrEqual(2);
  } finally {
    for (const stop of stops) await stop();
  }
});
