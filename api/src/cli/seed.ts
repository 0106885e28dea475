import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openPool } from '../db/pool.ts';
import { openServer } from '../db/server.ts';
import { grow, growTrainings, isDemo, seed } from '../seed/index.ts';
import { openStorage } from '../services/content/index.ts';
import { openKeys } from '../services/secrets.ts';
import { createEngine } from '../start.ts';

const usage = `npm run seed                       the demo company, into an empty database
npm run seed -- --scale 100000     adds that many customers to the demo company
npm run seed -- --trainings 1000   adds that many open trainings with two sessions each
npm run seed -- --scale 100 --force   the same in a database that is no demo`;

const { values } = parseArgs({
  options: {
    scale: { type: 'string' },
    trainings: { type: 'string' },
    force: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

async function main(): Promise<number> {
  const count = values.scale === undefined ? 0 : Number(values.scale);
  const trainings = values.trainings === undefined ? 0 : Number(values.trainings);
  const possible = (number: number, most: number) => Number.isInteger(number) && number >= 0 && number <= most;
  if (values.help || !possible(count, 2_000_000) || !possible(trainings, 100_000)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const config = readConfig();
  const server = await openServer(config);
  try {
    await migrate(server.ownerUrl);
    const db = openPool(server.url, 2);
    try {
      const engine = createEngine(db, openKeys(config.home), config);
      const { demo } = await seed(engine, openStorage(config), true);
      if (demo) console.log('The demo company is there.');
      if (count === 0 && trainings === 0) return 0;
      if (!values.force && !(await isDemo(engine))) {
        console.error('This database does not hold the demo company. Say --force if it shall get invented customers.');
        return 1;
      }
      const started = Date.now();
      if (trainings) await growTrainings(engine, trainings);
      if (trainings) console.log(`${trainings} trainings in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      if (count === 0) return 0;
      await grow(engine, count);
      console.log(`${count} customers in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      return 0;
    } finally {
      await db.end();
    }
  } finally {
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
