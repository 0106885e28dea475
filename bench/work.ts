import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openPool } from '../api/src/db/pool.ts';
import { sql } from '../api/src/query/sql.ts';
import { openStorage } from '../api/src/services/content/index.ts';
import { queue } from '../api/src/services/jobs/enqueue.ts';

/** How much of something is done in a second. */
export interface WorkRate {
  readonly what: string;
  readonly clients: number;
  readonly perSecond: number;
  readonly unit: string;
}

interface Databases {
  readonly url: string;
  readonly ownerUrl: string;
}

interface Server {
  readonly url: string;
  readonly token: string;
  /** Who asks. */
  readonly userId: string;
}

const megabyte = 1024 * 1024;
const seconds = (from: number) => (performance.now() - from) / 1000;

async function call({ url, token }: Server, method: string, path: string, body?: BodyInit, headers = {}): Promise<any> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Files of 16 MB that nobody has sent before, from so many at once: written, hashed and safely on disk before the answer. */
async function uploads(server: Server, clients: number): Promise<WorkRate> {
  const each = 4;
  const size = 16 * megabyte;
  const files = Array.from({ length: clients * each }, () => randomBytes(size));
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let file = files.pop(); file; file = files.pop())
        await call(server, 'POST', '/files', new Uint8Array(file), {
          'Content-Type': 'application/octet-stream',
          'X-File-Name': 'messung.bin',
        });
    }),
  );
  const rate = (clients * each * size) / megabyte / seconds(from);
  return { what: 'uploads of 16 MB', clients, perSecond: rate, unit: 'MB' };
}

/** Waits until jobs have ended, and answers how long that took. */
async function ended(owner: pg.Client, ids: readonly string[], from: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query(
      "SELECT count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE state NOT IN ('done', 'queued', 'running'))::int AS failed FROM jobs WHERE id = ANY($1)",
      [ids],
    );
    if (rows[0].failed) throw new Error(`${rows[0].failed} jobs failed`);
    if (rows[0].done === ids.length) return seconds(from);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Small jobs that wait already: each claims, writes a file of a few rows, and tells that it is done. */
async function jobs(owner: pg.Client, db: Database, who: string): Promise<WorkRate> {
  const count = 500;
  const payload = JSON.stringify({ resource: 'brands', format: 'csv', columns: ['name'] });
  const { rows } = await owner.query<{ id: string }>(
    "INSERT INTO jobs (id, name, kind, state, progress, attempts, payload, created_by) SELECT gen_random_uuid(), 'Messung', 'export', 'queued', 0, 0, $1, $2 FROM generate_series(1, $3) RETURNING id",
    [payload, who, count],
  );
  const ids = rows.map(({ id }) => id);
  const from = performance.now();
  await db.transaction(async (tx) => {
    for (const id of ids) await queue(tx, id);
  });
  return {
    what: 'small jobs, entered and done',
    clients: 1,
    perSecond: count / (await ended(owner, ids, from)),
    unit: 'jobs',
  };
}

/** Customers from a file, checked by a job: all is done as in the import itself, and taken back. */
async function rowsOfImport(server: Server, owner: pg.Client): Promise<WorkRate> {
  const count = 10_000;
  const lines = Array.from({ length: count }, (_, i) => `Messung ${i};kontakt${i}@messung.example;Aktiv;${i},50`);
  const file = ['Name;E-Mail;Status;Kreditlimit', ...lines].join('\n');
  const from = performance.now();
  const job = await call(server, 'POST', '/customers/import?dry_run=true', file, { 'Content-Type': 'text/csv' });
  const took = await ended(owner, [job.id], from);
  return { what: 'rows of an import, tried by a job', clients: 1, perSecond: count / took, unit: 'rows' };
}

/** Letters of three pages, made over the API one after the other and by several at once. */
async function letters(server: Server, clients: number): Promise<WorkRate> {
  const count = 40;
  const [brand] = await call(server, 'GET', '/brands?range=[0,0]');
  const [customer] = await call(server, 'GET', '/customers?range=[0,0]');
  const html = `<p>${'Ein Satz, wie er in Briefen steht, nicht kurz und nicht lang. '.repeat(125)}</p>`;
  const letter = JSON.stringify({ brand_id: brand.id, recipient: 'Müller GmbH', subject: 'Messung', html });
  let left = count;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const answer = await fetch(`${server.url}/api/v1/customers/${customer.id}/letter/preview`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' },
          body: letter,
        });
        if (!answer.ok) throw new Error(`letter: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
      }
    }),
  );
  return { what: 'letters of three pages as PDF/A', clients, perSecond: count / seconds(from), unit: 'PDF' };
}

/** What Kontor does besides answering questions, measured on the running server. */
export async function workRates(server: Server, databases: Databases, home: string): Promise<WorkRate[]> {
  const owner = new pg.Client({ connectionString: databases.ownerUrl });
  await owner.connect();
  const db = openPool(databases.url, 2);
  try {
    return [
      await uploads(server, 1),
      await uploads(server, 4),
      await jobs(owner, db, server.userId),
      await rowsOfImport(server, owner),
      await letters(server, 1),
      await letters(server, 4),
    ];
  } finally {
    // every run finds the same
    const { rows } = await owner.query("DELETE FROM files WHERE name = 'messung.bin' RETURNING sha256");
    const { store } = openStorage({ home, fileLimit: 0 });
    for (const { sha256 } of rows) await store.remove(sha256);
    await db.query(sql`DELETE FROM jobs WHERE name = 'Messung'`);
    await db.end();
    await owner.end();
  }
}

/** The rates as a table in Markdown. */
export const workTable = (rates: readonly WorkRate[]): string[] => [
  '',
  '## Files, jobs, imports and letters',
  '',
  'An upload is answered when it is hashed and safely on disk. A small job is an export of a few rows: some commits and a file that is safely on disk, two jobs at a time. The disk decides both. An import is written like a real one, and taken back.',
  '',
  '| what | clients | per second |',
  '|---|---|---|',
  ...rates.map(({ what, clients, perSecond, unit }) => `| ${what} | ${clients} | ${perSecond.toFixed(0)} ${unit} |`),
];
