import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openPool } from '../db/pool.ts';
import { openServer } from '../db/server.ts';
import { letIn, refusal } from '../services/administrator.ts';
import { openKeys } from '../services/secrets.ts';
import { createEngine } from '../start.ts';

const usage = `npm run administrator -- <e-mail> ["<name>"]
Makes an administrator, or gives the user with this address a new password.`;

async function main(): Promise<number> {
  const [email, name = email] = process.argv.slice(2);
  if (!email?.includes('@')) {
    console.error(usage);
    return 2;
  }
  const config = readConfig();
  const server = await openServer(config);
  try {
    await migrate(server.ownerUrl);
    const db = openPool(server.url, 2);
    try {
      const { password, created } = await letIn(createEngine(db, openKeys(config.home), config), email, name!);
      console.log(`${created ? 'New administrator' : 'New password for'} ${email}\nPassword: ${password}`);
    } finally {
      await db.end();
    }
  } finally {
    await server.stop();
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(refusal(error));
    process.exit(1);
  },
);
