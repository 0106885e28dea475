import type { Config } from '../config.ts';
import type { Database } from '../db/pool.ts';
import { openStorage } from '../services/content/index.ts';
import { verifyContent } from '../services/content/verify.ts';
import { runCommand } from './command.ts';

const usage = `npm run documents:verify
Reads the content of all files and compares it with its checksum. Ends with 1 when something is missing or altered.`;

const faults = { missing: 'is missing', altered: 'was altered' };

async function main(config: Config, db: Database): Promise<number> {
  const { store } = openStorage(config);
  const result = await verifyContent(db, store, (checked) => {
    if (checked % 10_000 === 0) console.log(`${checked} …`);
  });
  const { checked, bytes, damaged, unneeded } = result;
  for (const { sha256, fault, file, name } of damaged)
    console.error(`The content of "${name}" (file ${file}, ${sha256}) ${faults[fault]}.`);
  console.log(`${checked} contents read, ${bytes} bytes as they should be; ${unneeded} are held that no file needs.`);
  console.log(damaged.length ? `DAMAGED: ${damaged.length}` : 'All content is whole.');
  return damaged.length ? 1 : 0;
}

runCommand(usage, main);
