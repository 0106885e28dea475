import { model } from '@kontor/shared/modules/index';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config.ts';
import type { Database } from '../db/pool.ts';
import { auditEvent } from '../services/audit.ts';
import { dropPrevious, replaceKey } from '../services/master_keys.ts';
import { ofOtherKeys, rotateSecrets } from '../services/rotate_secrets.ts';
import { openKeys } from '../services/secrets.ts';
import { runCommand } from './command.ts';

const usage = `npm run secrets:rotate              a new master key; everything that is encrypted is encrypted anew
npm run secrets:rotate -- --drop    forgets the previous keys, once nothing needs them any more

With the key in KONTOR_SECRET: put the old one into KONTOR_SECRET_PREVIOUS and a new one into KONTOR_SECRET, restart, and run
this. What was broken off goes on where it stopped when it is run again.`;

async function main(config: Config, db: Database, { drop }: { readonly drop?: boolean | undefined }): Promise<number> {
  const fromFolder = !process.env.KONTOR_SECRET;
  const keys = openKeys(config.home);
  if (drop) {
    const left = await ofOtherKeys(db, model, keys);
    if (left) {
      console.error(`${left} secrets still need a previous key. Run npm run secrets:rotate first.`);
      return 1;
    }
    if (fromFolder) dropPrevious(config.home);
    console.log(fromFolder ? 'The previous keys are gone.' : 'Nothing needs KONTOR_SECRET_PREVIOUS any more.');
    return 0;
  }
  // with previous keys a rotation has begun already: it goes on, and no further key is made
  if (fromFolder && !keys.hasPrevious()) replaceKey(config.home);
  if (!fromFolder && !keys.hasPrevious()) {
    console.error(usage);
    return 2;
  }
  const { rotated, lost } = await rotateSecrets(db, model, keys);
  await auditEvent(
    db,
    { actor: null, requestId: uuidv7() },
    { operation: 'security', details: { event: 'secrets_rotated', count: rotated, lost: lost.length } },
  );
  console.log(`${rotated} secrets are encrypted with the new key.`);
  for (const name of lost) console.error(`No known key reads ${name}; it must be entered anew.`);
  console.log('When all processes have been restarted: npm run secrets:rotate -- --drop');
  return lost.length ? 1 : 0;
}

runCommand(usage, main, ['drop']);
