import { readConfig } from '../config.ts';
import { announce, retract, runningInstance } from '../instance.ts';
import { seed } from '../seed/index.ts';
import { openStorage } from '../services/content/index.ts';
import { start } from '../start.ts';

/** Runs Kontor until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig();
  const other = await runningInstance(config.home);
  if (other) {
    console.log(`Kontor runs already at ${other}`);
    return;
  }
  const started = start(config);
  const ready = started.then(async (running) => {
    announce(config.home, running.port);
    return { running, seeded: await seed(running.engine, openStorage(config), config.demo) };
  });
  // from the beginning: whoever stops a start half-way leaves no database behind, and no half of the demo company
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('Shutting down …');
    await ready.catch(() => {});
    await (await started.catch(() => undefined))?.stop();
    retract(config.home);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  const { running, seeded } = await ready;
  if (stopping) return;
  console.log(`\nKontor runs at http://localhost:${running.port}\n`);
  if (seeded.demo) {
    console.log('Sign in to the demo company:');
    for (const user of seeded.demo) console.log(`  ${user.email.padEnd(34)} ${user.password}   ${user.role}`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
