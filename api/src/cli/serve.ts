import { readConfig } from '../config.ts';
import { announce, retract, runningInstance } from '../instance.ts';
import { seed } from '../seed/index.ts';
import { start } from '../start.ts';

/** Runs Kontor until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig();
  const other = await runningInstance(config.home);
  if (other) {
    console.log(`Kontor runs already at ${other}`);
    return;
  }
  const running = await start(config);
  announce(config.home, running.port);
  const seeded = await seed(running.engine, config.demo);
  console.log(`\nKontor runs at http://localhost:${running.port}\n`);
  if (seeded.demo) {
    console.log('Sign in to the demo company:');
    for (const user of seeded.demo) console.log(`  ${user.email.padEnd(34)} ${user.password}   ${user.role}`);
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('Shutting down …');
    await running.stop();
    retract(config.home);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
