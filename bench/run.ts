import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { clean, count, prepare, sample } from './database.ts';
import { type Measured, type Operation, operations } from './load.ts';
import { numberRates, numberTable } from './numbers.ts';
import { permissionCosts, permissionTable } from './permissions.ts';
import { report, type Series } from './report.ts';
import { type Contestant, load, startAll } from './servers.ts';
import { workRates, workTable } from './work.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16,64' },
    only: { type: 'string', default: operations.join(',') },
    built: { type: 'boolean', default: false },
    port: { type: 'string', default: '4710' },
    home: { type: 'string', default: join(import.meta.dirname, '../.kontor/bench') },
  },
});

/** The three must say the same, or the comparison is worth nothing. */
async function compare(servers: readonly Contestant[], ids: readonly { id: string }[]): Promise<void> {
  const paths = [
    '?sort=["name","ASC"]&range=[0,24]&filter={"status":"active"}',
    ...ids.slice(0, 20).map(({ id }) => `/${id}`),
  ];
  for (const path of paths) {
    const answers = await Promise.all(
      servers.map(async (server) => {
        const answer = await fetch(`${server.url}/api/v1/customers${path}`, {
          headers: server.token ? { Authorization: `Bearer ${await server.token()}` } : {},
        });
        return { range: answer.headers.get('content-range'), body: await answer.json() };
      }),
    );
    for (const other of answers.slice(1)) assert.deepEqual(other, answers[0]);
  }
}

async function main(): Promise<void> {
  if (!values.built) await build();
  const before = loadavg()[0]!;
  const { server, owner } = await prepare(values.home, Number(values.customers));
  const servers = await startAll(server, values.home, Number(values.port));
  const memory = new Map(servers.map(({ name, memory }) => [name, memory()]));
  const series = new Map<string, Series & { rounds: Measured[] }>();
  const chosen = operations.filter((operation) => values.only.split(',').includes(operation));
  try {
    await compare(servers, await sample(owner, 100));
    const once = async (contestant: Contestant, operation: Operation, connections: number, seconds: number) => {
      const token = await contestant.token?.();
      const measured = await load({
        url: contestant.url,
        operation,
        connections,
        seconds,
        records: await sample(owner, 3200),
        ...(token ? { token } : {}),
      });
      memory.set(contestant.name, Math.max(memory.get(contestant.name)!, contestant.memory()));
      return measured;
    };
    for (const operation of chosen)
      for (const connections of values.connections.split(',').map(Number)) {
        for (const contestant of servers) await once(contestant, operation, connections, 2);
        for (let round = 0; round < Number(values.rounds); round++)
          for (const contestant of round % 2 ? servers.toReversed() : servers) {
            const measured = await once(contestant, operation, connections, Number(values.seconds));
            const key = `${contestant.name} ${operation} ${connections}`;
            const known = series.get(key) ?? { server: contestant.name, operation, connections, rounds: [] };
            known.rounds.push(measured);
            series.set(key, known);
            console.log(
              `${operation.padEnd(7)} ${String(connections).padStart(3)}  ${contestant.name.padEnd(10)} ${measured.perSecond.toFixed(0).padStart(6)}/s  p99 ${measured.p99.toFixed(1)} ms${measured.failed ? `  ${measured.failed} failed` : ''}`,
            );
          }
        await clean(owner);
      }
    const { signIns } = await import('../seeds/demo/index.mjs');
    // a trainer reads no customers, whose list is measured
    const readers = signIns.filter(({ role }) => role !== 'trainer');
    const permissions = permissionTable(await permissionCosts(servers[0]!.url, readers));
    const numbers = numberTable(await numberRates(server.url));
    const { access_token: token, user } = await servers[0]!.signIn!();
    const work = workTable(await workRates({ url: servers[0]!.url, token, userId: user.id }, server, values.home));
    const text = report([...series.values()], memory, await count(owner), { before, after: loadavg()[0]! }, [
      ...permissions,
      ...numbers,
      ...work,
    ]);
    console.log(`\n${text}`);
    if (chosen.length === operations.length) writeFileSync(join(import.meta.dirname, 'results.md'), text);
  } finally {
    for (const contestant of servers) await contestant.stop();
    await owner.end();
    await server.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);
