import { openPool } from '../api/src/db/pool.ts';
import { numberService } from '../api/src/services/numbers.ts';

/** Numbers of one series per second. */
export interface NumberRate {
  readonly way: string;
  readonly clients: number;
  readonly perSecond: number;
}

const nobody = { brand: null, company: null };

async function rate(clients: number, seconds: number, work: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const end = Date.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (Date.now() < end) {
        await work();
        done++;
      }
    }),
  );
  return done / seconds;
}

/** Draws numbers as new records do, and takes numbers without gaps as finishing steps do, each in a transaction. */
export async function numberRates(url: string, seconds = 4): Promise<NumberRate[]> {
  const db = openPool(url);
  const numbers = numberService(db, 'Europe/Berlin');
  const take = () =>
    db.transaction((tx) =>
      numbers.take(tx, {
        series: 'bench_gapless',
        issuer: nobody,
        resource: 'customers',
        ids: [crypto.randomUUID()],
        actor: null,
      }),
    );
  const rates: NumberRate[] = [];
  for (const clients of [1, 64]) {
    const drawn = await rate(clients, seconds, () => numbers.draw('bench_fast', nobody));
    rates.push({ way: 'drawn for new records', clients, perSecond: drawn });
    rates.push({
      way: 'without gaps, committed and accounted for',
      clients,
      perSecond: await rate(clients, seconds, take),
    });
  }
  await db.end();
  return rates;
}

/** The rates as a table in Markdown. */
export const numberTable = (rates: readonly NumberRate[]): string[] => [
  '',
  '## Numbers of one series',
  '',
  '| numbers | clients | per second |',
  '|---|---|---|',
  ...rates.map(({ way, clients, perSecond }) => `| ${way} | ${clients} | ${perSecond.toFixed(0)} |`),
];
