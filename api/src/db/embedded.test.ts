import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';

test('data are served by their owner, whoever would be chosen for new ones', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
  const first = await startEmbedded({ home, disposable: true });
  try {
    await first.stop();
    // only root has to choose who runs the server; anybody else just finds the data again
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody', first.directory]);
    const again = await startEmbedded({ home, disposable: true });
    const client = new pg.Client(again.ownerUrl.replace('/kontor?', '/postgres?'));
    await client.connect();
    const { rows } = await client.query('select current_user as name');
    await client.end();
    await again.stop();
    expect(rows).toEqual([{ name: 'kontor_owner' }]);
  } finally {
    rmSync(first.directory, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
});
