import { arch, cpus, platform, totalmem } from 'node:os';
import { type Measured, type Operation, operations } from './load.ts';

/** All rounds of one server, operation and number of connections. */
export interface Series {
  readonly server: string;
  readonly operation: Operation;
  readonly connections: number;
  readonly rounds: readonly Measured[];
}

/** What Kontor shall reach: this share of that server's requests per second, on average over the numbers of connections. */
const targets: Record<Operation, { of: string; share: number }> = {
  page: { of: 'node:http', share: 1 },
  one: { of: 'express', share: 0.8 },
  create: { of: 'express', share: 0.5 },
  update: { of: 'express', share: 0.5 },
};
const mostMemory = 250;

const titles: Record<Operation, string> = {
  page: 'Page of 25, filtered, sorted, exact total',
  one: 'One by id, with its lines',
  create: 'Create',
  update: 'Update',
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const range = (values: readonly number[], digits = 0) =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;

/** Ratios of the same round, one per round: what else the machine did meanwhile met both. */
export function ratios(series: readonly Series[], operation: Operation, connections: number, of: string): number[] {
  const find = (server: string) =>
    series.find((s) => s.server === server && s.operation === operation && s.connections === connections)?.rounds ?? [];
  const others = find(of);
  return find('Kontor').map((round, i) => round.perSecond / others[i]!.perSecond);
}

/** The whole report as Markdown. */
export function report(
  series: readonly Series[],
  memory: ReadonlyMap<string, number>,
  customers: number,
  load: { before: number; after: number },
  permissions: readonly string[],
): string {
  const connections = [...new Set(series.map((s) => s.connections))];
  const servers = [...new Set(series.map((s) => s.server))];
  const rounds = series[0]?.rounds.length ?? 0;
  const lines = [
    '# Benchmark',
    '',
    '`npm run bench` compares Kontor, compiled and in production mode, with two servers written by hand: `bench/bare.ts`',
    '(node:http, prepared statements) and `bench/express.ts` (express, the same statements). All three answer from the same',
    `PostgreSQL with ${customers.toLocaleString('en')} customers, over ten connections each, and were checked to give the same answers. Kontor`,
    'does so for a signed-in user, with rights, validation, numbering, the audit trail and merging by field; the others do none of that.',
    'Kontor may remember an exact total for up to five seconds while nobody writes; the others count each time.',
    '',
    `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}; servers, database and load share these cores.`,
    `Load of the machine before: ${load.before.toFixed(1)}, after: ${load.after.toFixed(1)} (one minute). Above 1 before, other work ran and the figures are rough.`,
    `Medians of ${rounds} rounds that take turns, with the range of the rounds; times in milliseconds.`,
    '',
    '## Targets',
    '',
    '| | compared with | target | reached (median) | rounds | |',
    '|---|---|---|---|---|---|',
  ];
  for (const operation of operations) {
    const { of, share } = targets[operation];
    const all = connections.flatMap((count) => ratios(series, operation, count, of));
    lines.push(
      `| ${titles[operation]} | ${of} | ${share.toFixed(1)} | **${median(all).toFixed(2)}** | ${range(all, 2)} | ${median(all) >= share ? 'reached' : 'missed'} |`,
    );
  }
  const own = memory.get('Kontor') ?? 0;
  lines.push(
    `| Memory (most seen) | | ${mostMemory} MB | **${own.toFixed(0)} MB** | | ${own <= mostMemory ? 'reached' : 'missed'} |`,
  );
  for (const operation of operations) {
    lines.push('', `## ${titles[operation]}`, '');
    lines.push(
      '| server | connections | requests/s | range | p50 | p95 | p99 | failed |',
      '|---|---|---|---|---|---|---|---|',
    );
    for (const count of connections)
      for (const server of servers) {
        const found = series.find((s) => s.server === server && s.operation === operation && s.connections === count);
        if (!found) continue;
        const of = (key: keyof Measured) => found.rounds.map((round) => round[key]);
        lines.push(
          `| ${server} | ${count} | ${median(of('perSecond')).toFixed(0)} | ${range(of('perSecond'))} | ${median(of('p50')).toFixed(1)} | ${median(of('p95')).toFixed(1)} | ${median(of('p99')).toFixed(1)} | ${of('failed').reduce((a, b) => a + b, 0)} |`,
        );
      }
  }
  lines.push('', ...permissions);
  lines.push('', '## Memory', '', '| server | most seen |', '|---|---|');
  for (const [server, megabytes] of memory) lines.push(`| ${server} | ${megabytes.toFixed(0)} MB |`);
  return `${lines.join('\n')}\n`;
}
