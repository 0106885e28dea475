import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { model } from '@kontor/shared/modules/index';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { Sql } from '../query/sql.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records, trail } from '../testing/records.ts';
import { eraseTrail } from './audit_erase.ts';
import { headsFile, readHeads } from './audit_heads.ts';
import { keepTrail } from './audit_jobs.ts';
import { mailHead } from './audit_mail.ts';
import { type Head, headOf, sealTrail, waitingEntries } from './audit_seals.ts';
import { type Broken, type Verification, verifyTrail } from './audit_verify.ts';

const entries = model.get('audit_entries');
let kontor: TestKontor;
let records: Records;
let app: pg.Client;
beforeAll(async () => {
  kontor = await startTestKontor();
  records = new Records(kontor);
  app = new pg.Client({ connectionString: kontor.running.databases.url });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await kontor.stop();
});

const db = () => kontor.running.engine.db;
const customer = () => records.create(model.get('customers'));
const refusal = (client: pg.Client, text: string, values: unknown[] = []): Promise<string> =>
  client.query(text, values).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
/**
 * Waits until the entries of all that was acknowledged are sealed. A transaction that is open in any database of the server
 * delays that, and other tests have long ones.
 */
const sealed = (): Promise<Head> =>
  vi.waitFor(
    async () => {
      await sealTrail(db());
      if ((await waitingEntries(db())) > 0) throw new Error('entries are left without a seal');
      return (await headOf(db()))!;
    },
    { timeout: 150_000, interval: 20 },
  );
const verify = (heads: readonly Head[] = []): Promise<Verification> => verifyTrail(db(), entries, heads);

describe('nobody changes the trail', () => {
  test('the application neither updates, deletes nor truncates, in the table nor in its parts, and reads no part directly', async () => {
    await customer();
    const { rows: parts } = await kontor.owner.query(
      "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'audit_entries'::regclass",
    );
    expect(parts.length).toBeGreaterThanOrEqual(4);
    for (const table of ['audit_entries', 'audit_seals', ...parts.map((part) => part.name as string)]) {
      const tries = [
        `UPDATE ${table} SET ${table === 'audit_seals' ? 'position = 7' : "operation = 'create'"}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `DROP TABLE ${table}`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        ...(table === 'audit_entries' ? [] : [`INSERT INTO ${table} SELECT * FROM ${table}`]),
        ...(table.startsWith('audit_entries_') ? [`SELECT * FROM ${table}`] : []),
      ];
      for (const text of tries) expect([text, await refusal(app, text)]).toEqual([text, '42501']);
    }
    for (const text of [
      `ALTER TABLE audit_entries DETACH PARTITION ${parts[0].name}`,
      'SET session_replication_role = replica',
      'CREATE TABLE mine (id int)',
      'SELECT * FROM audit_entries FOR UPDATE',
      'UPDATE audit_entries SET before = NULL, after = NULL, address = NULL, salt = NULL',
    ])
      expect([text, await refusal(app, text)]).toEqual([text, '42501']);
  });

  test('the owner is stopped by triggers, in the parts as well', async () => {
    const { rows: parts } = await kontor.owner.query(
      'SELECT DISTINCT tableoid::regclass::text AS name FROM audit_entries',
    );
    for (const table of ['audit_entries', ...parts.map((part) => part.name as string)])
      for (const text of [
        `UPDATE ${table} SET operation = 'create'`,
        `UPDATE ${table} SET before = NULL, after = NULL, address = NULL, salt = NULL`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        expect([text, await refusal(kontor.owner, text)]).toEqual([text, 'KN001']);
    for (const text of ['UPDATE audit_seals SET position = 7', 'DELETE FROM audit_seals', 'TRUNCATE audit_seals'])
      expect([text, await refusal(kontor.owner, text)]).toEqual([text, 'KN001']);
  });

  test('digest, salt and transaction come from the database, whatever is sent', async () => {
    const id = crypto.randomUUID();
    await app.query(
      "INSERT INTO audit_entries (id, operation, after, xid, salt, digest) VALUES ($1, 'security', '{\"a\": 1}', '1', '\\x00', '\\x00')",
      [id],
    );
    const [row] = await trail(kontor, 'id = $1', [id]);
    expect([Number(row!.xid) > 1, row!.salt.length, row!.digest.length]).toEqual([true, 16, 32]);
  });

  test('no write fails for want of a part: what fits in none lies in the part for the rest', async () => {
    const id = crypto.randomUUID();
    await app.query("INSERT INTO audit_entries (id, created_at, operation) VALUES ($1, '2001-02-03', 'security')", [
      id,
    ]);
    await app.query("SELECT kontor_make_partitions('audit_entries', '2001-01-01', '2001-03-01')");
    await app.query("INSERT INTO audit_entries (id, created_at, operation) VALUES ($1, '2001-01-03', 'security')", [
      id,
    ]);
    const { rows } = await kontor.owner.query(
      'SELECT tableoid::regclass::text AS part FROM audit_entries WHERE id = $1 ORDER BY created_at DESC',
      [id],
    );
    expect(rows.map((row) => row.part)).toEqual(['audit_entries_default', 'audit_entries_2001_01']);
    expect(await refusal(app, "SELECT kontor_make_partitions('customers', '2001-01-01', '2001-03-01')")).toBe('KN004');
    expect(await refusal(app, "SELECT kontor_make_partitions('audit_entries', '1001-01-01', '2001-03-01')")).toBe(
      'KN004',
    );
    expect(await refusal(app, 'TRUNCATE audit_entries_2001_01')).toBe('42501');
    expect(await refusal(kontor.owner, 'TRUNCATE audit_entries_2001_01')).toBe('KN001');
  });
});

describe('sealing', () => {
  test('an open transaction delays what comes after it and loses nothing; writers do not wait', async () => {
    await sealed();
    const slow = new pg.Client({ connectionString: kontor.running.databases.url });
    await slow.connect();
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await slow.query('BEGIN');
    await slow.query("INSERT INTO audit_entries (id, operation) VALUES ($1, 'security')", [first]);
    await app.query("INSERT INTO audit_entries (id, operation) VALUES ($1, 'security')", [second]);
    await sealTrail(db());
    expect(await waitingEntries(db())).toBe(1);
    await slow.query('COMMIT');
    await slow.end();
    await sealed();
    const { rows } = await kontor.owner.query('SELECT entry_id FROM audit_seals ORDER BY position DESC LIMIT 2');
    expect(rows.map((row) => row.entry_id)).toEqual([second, first]);
    expect(await verify()).toMatchObject({ ok: true, waiting: 0 });
  });

  test('many writers and several sealers: every entry has one seal, without gaps', async () => {
    let writing = true;
    const sealing = [1, 2, 3].map(async () => {
      while (writing) await sealTrail(db());
    });
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 12; n++) await customer();
      }),
    );
    writing = false;
    await Promise.all(sealing);
    const head = await sealed();
    const { rows } = await kontor.owner.query(
      'SELECT count(*)::int AS seals, count(DISTINCT (entry_id, entry_at))::int AS entries, max(position)::int AS last, (SELECT count(*)::int FROM audit_entries) AS all FROM audit_seals',
    );
    expect(rows[0]).toEqual({ seals: head.position, entries: head.position, last: head.position, all: head.position });
    expect(await verify([head])).toMatchObject({ ok: true, checked: head.position, heads: 1 });
  });

  test('entries of another server (a restored backup) are sealed, whatever their transactions were', async () => {
    await sealed();
    const [old, young] = [crypto.randomUUID(), crypto.randomUUID()];
    const far = '(pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8';
    await kontor.owner.query('BEGIN');
    await kontor.owner.query('SET LOCAL session_replication_role = replica');
    await kontor.owner.query(
      `INSERT INTO audit_entries (id, operation, xid, salt, digest) VALUES ($1, 'security', ${far}, '\\x00', sha256('\\x00' || convert_to('{"after": null, "before": null, "address": null}', 'UTF8')))`,
      [old],
    );
    await kontor.owner.query(
      `UPDATE audit_seals SET below = ${far} WHERE position = (SELECT max(position) FROM audit_seals)`,
    );
    await kontor.owner.query('COMMIT');
    await app.query("INSERT INTO audit_entries (id, operation) VALUES ($1, 'security')", [young]);
    await sealed();
    const { rows } = await kontor.owner.query('SELECT entry_id FROM audit_seals ORDER BY position DESC LIMIT 2');
    expect(rows.map((row) => row.entry_id).sort()).toEqual([old, young].sort());
    await customer();
    await sealed();
    expect(await verify()).toMatchObject({ ok: true, waiting: 0 });
  });

  test('once a day the head leaves the database: to the log, to a file, by mail', async () => {
    const lines: string[] = [];
    const sent: Head[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const home = join(kontor.home, 'heads');
    await sealed();
    const run = async () => {
      const stop = keepTrail({ db: db(), logger, home, every: 1, send: async (head) => void sent.push(head) });
      await new Promise((done) => setTimeout(done, 150));
      await stop();
    };
    await run();
    await customer();
    await sealed();
    await run(); // the same day
    const head = readHeads(home);
    expect([head.length, sent]).toEqual([1, head]);
    expect(lines.filter((line) => line.includes(head[0]!.chain))).toHaveLength(1);
    expect(await verify(head)).toMatchObject({ ok: true, heads: 1 });
    expect(readFileSync(join(home, headsFile), 'utf8')).toBe(`${JSON.stringify(head[0])}\n`);
  });
});

test('what nobody who is signed in has done was done by Kontor', async () => {
  await kontor.owner.query(
    "INSERT INTO audit_entries (id, created_by, resource, operation) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'itself', 'update')",
  );
  const filter = encodeURIComponent(JSON.stringify({ resource: 'itself' }));
  const { body } = await kontor.admin('GET', `/audit_entries?filter=${filter}&embed=["created_by"]`);
  expect(body[0]._embedded.created_by.title).toBe('Kontor');
});

test('the head is told to people by mail', async () => {
  const { engine } = kontor.running;
  const head: Head = { position: 4711, chain: 'ab'.repeat(32), at: '2026-03-29T22:30:00.000Z' };
  await mailHead(engine, ['pruefung@example.de', 'vorstand@example.de'], head);
  const { rows } = await kontor.owner.query(
    `SELECT "to", subject, text FROM email_messages WHERE text LIKE '%4711%' ORDER BY "to"`,
  );
  expect(rows.map((row) => row.to)).toEqual(['pruefung@example.de', 'vorstand@example.de']);
  expect(rows[0].subject).toBe('Kontor: Prüfwert des Protokolls vom 30.03.2026'); // as the house counts days
  expect(rows[0].text).toContain(head.chain);
  expect(rows[0].text).toContain('00:30 Uhr');
});

test('who is told is configured, and needs a mail server', () => {
  const server = { KONTOR_SMTP_URL: 'smtp://mail.example.de', KONTOR_MAIL_FROM: 'kontor@example.de' };
  expect(readConfig({ ...server, KONTOR_AUDIT_MAIL: ' a@x.de, b@x.de,' }).auditMail).toEqual(['a@x.de', 'b@x.de']);
  expect(() => readConfig({ ...server, KONTOR_AUDIT_MAIL: 'a@x.de; b' })).toThrow(/KONTOR_AUDIT_MAIL.*is none/);
  expect(() => readConfig({ KONTOR_AUDIT_MAIL: 'a@x.de' })).toThrow(/KONTOR_SMTP_URL/);
});

describe('what was done to the trail shows', () => {
  let head: Head;
  let target: { position: number; entry_id: string };
  beforeAll(async () => {
    for (let n = 0; n < 5; n++) await customer();
    head = await sealed();
    const { rows } = await kontor.owner.query(
      "SELECT position::int, entry_id FROM audit_seals s JOIN audit_entries e ON e.id = s.entry_id WHERE e.operation = 'create' ORDER BY position DESC OFFSET 3 LIMIT 1",
    );
    target = rows[0];
  });

  /** What an owner of the server can do, past all triggers; undone afterwards. */
  async function attacked(texts: readonly string[], check: (result: Verification) => void): Promise<void> {
    const copies = ['audit_entries', 'audit_seals'];
    const hostile = async (statements: readonly string[]) => {
      await kontor.owner.query('BEGIN');
      await kontor.owner.query('SET LOCAL session_replication_role = replica');
      for (const text of statements) await kontor.owner.query(text);
      await kontor.owner.query('COMMIT');
    };
    for (const table of copies) await kontor.owner.query(`CREATE TEMP TABLE copy_${table} AS TABLE ${table}`);
    await hostile(texts);
    check(await verify([head]));
    await hostile(
      copies.flatMap((table) => [
        `TRUNCATE ${table}`,
        `INSERT INTO ${table} TABLE copy_${table}`,
        `DROP TABLE copy_${table}`,
      ]),
    );
    expect((await verify([head])).ok).toBe(true);
  }
  const entry = () => `id = '${target.entry_id}'`;
  const names =
    (fault: Broken['fault'], position: number | null = target.position, id: string | null = target.entry_id) =>
    (result: Verification) =>
      expect([result.ok, result.first]).toEqual([false, { fault, position, entry_id: id }]);

  test('content', () =>
    attacked([`UPDATE audit_entries SET after = after || '{"name": "Anders"}' WHERE ${entry()}`], names('content')));
  test('who it was', () =>
    attacked([`UPDATE audit_entries SET created_by = gen_random_uuid() WHERE ${entry()}`], names('chain')));
  test('when it was, by a microsecond', () =>
    attacked(
      [`UPDATE audit_entries SET created_at = created_at + interval '1 microsecond' WHERE ${entry()}`],
      names('missing'),
    ));
  test('content together with its digest', () =>
    attacked(
      [
        `UPDATE audit_entries SET after = '{}', digest = sha256(salt || convert_to(jsonb_build_object('address', address, 'before', before, 'after', '{}'::jsonb)::text, 'UTF8')) WHERE ${entry()}`,
      ],
      names('chain'),
    ));
  test('a deleted entry', () => attacked([`DELETE FROM audit_entries WHERE ${entry()}`], names('missing')));
  test('a deleted entry with its seal', () =>
    attacked(
      [`DELETE FROM audit_entries WHERE ${entry()}`, `DELETE FROM audit_seals WHERE position = ${target.position}`],
      names('seal_missing', undefined, null),
    ));
  test('an entry that was slipped in', () =>
    attacked(
      [
        `INSERT INTO audit_entries (id, operation, xid, digest) VALUES ('00000000-0000-4000-8000-000000000001', 'security', '5', '\\x00')`,
      ],
      names('inserted', null, '00000000-0000-4000-8000-000000000001'),
    ));
  test('entries that changed places', () =>
    attacked(
      [
        `UPDATE audit_seals SET position = -1 WHERE position = ${target.position}`,
        `UPDATE audit_seals SET position = ${target.position} WHERE position = ${target.position + 1}`,
        `UPDATE audit_seals SET position = ${target.position + 1} WHERE position = -1`,
      ],
      (result) =>
        expect([result.ok, result.first!.position, result.first!.fault]).toEqual([false, target.position, 'chain']),
    ));
  test('an end that was cut off', () =>
    attacked(
      [
        `DELETE FROM audit_entries WHERE id IN (SELECT entry_id FROM audit_seals WHERE position >= ${target.position})`,
        `DELETE FROM audit_seals WHERE position >= ${target.position}`,
      ],
      names('cut_off', undefined, null),
    ));
  test('a chain that was made anew', async () => {
    const { rows } = await kontor.owner.query(`SELECT entry_id FROM audit_seals WHERE position = ${head.position}`);
    await attacked(
      [
        // the server seals as well, now and then; whoever comes second seals nothing
        "SELECT pg_advisory_xact_lock(20261123, 'public.audit_entries'::regclass::oid::integer)",
        `UPDATE audit_entries SET operation = 'delete' WHERE ${entry()}`,
        `DELETE FROM audit_seals WHERE position >= ${target.position}`,
        'SELECT audit_entries_seal(100000)',
      ],
      names('rewritten', head.position, rows[0].entry_id),
    );
  });
  test('content that was blanked without an entry that says why', () =>
    attacked(
      [`UPDATE audit_entries SET before = NULL, after = NULL, address = NULL, salt = NULL WHERE ${entry()}`],
      names('erased'),
    ));
});

describe('erasure', () => {
  test('content goes, what happened stays, the seals stay whole, and the reason is told', async () => {
    const record = await records.create(model.get('customers'), { values: { name: 'Vergissmeinnicht GmbH' } });
    await kontor.admin('PUT', `/customers/${record.id}`, { version: 1, name: 'Vergissmichdoch GmbH' });
    await sealed();
    const { engine } = kontor.running;
    const context = { engine, access: { actor: { id: kontor.admin.id } }, requestId: 'request-1' } as never;
    const before = await trail(kontor, 'record_id = $1', [record.id]);
    expect(await eraseTrail(context, engine.db, 'customers', record.id, 'Art. 17 DSGVO, Antrag vom 3. Mai')).toBe(2);
    const after = await trail(kontor, 'record_id = $1', [record.id]);
    expect(JSON.stringify(after)).not.toMatch(/Vergiss|127\.0\.0\.1/);
    const kept = ({ before: _b, after: _a, address: _c, salt: _s, ...rest }: Record<string, unknown>) => rest;
    expect(after.slice(0, 2).map(kept)).toEqual(before.map(kept));
    expect(after[2]).toMatchObject({
      operation: 'erase',
      created_by: kontor.admin.id,
      request_id: 'request-1',
      after: { reason: 'Art. 17 DSGVO, Antrag vom 3. Mai', entries: 2 },
    });
    // the entry with the reason gets its seal while the check is on its way
    const meanwhile = new Proxy(db(), {
      get: (target, name) =>
        name === 'query'
          ? async (statement: Sql) => {
              if (statement.strings.join('').includes('AS late')) await sealed();
              return target.query(statement);
            }
          : Reflect.get(target, name),
    });
    expect(await verifyTrail(meanwhile, entries, [])).toMatchObject({ ok: true, erased: 2 });
    expect(await verify()).toMatchObject({ ok: true, erased: 2, waiting: 0 });
    expect(await eraseTrail(context, engine.db, 'customers', record.id, 'Art. 17 DSGVO')).toBe(0);
    expect(
      await refusal(app, "SELECT audit_entries_erase(gen_random_uuid(), 'customers', $1, ' ', NULL, NULL)", [
        record.id,
      ]),
    ).toBe('KN005');
    expect((await kontor.admin('GET', `/customers/${record.id}/history`)).body).toHaveLength(2);
  });

  test('is an action on an entry of the record, for who may do it and has just proven to be themselves', async () => {
    const record = await records.create(model.get('customers'), { values: { name: 'Löschmich GmbH' } });
    const filter = encodeURIComponent(JSON.stringify({ record_id: record.id }));
    const [entry] = (await kontor.admin('GET', `/audit_entries?filter=${filter}`)).body;
    const address = `/audit_entries/${entry.id}/actions/erase`;
    const reason = { reason: 'Art. 17 DSGVO' };
    const auditor = await kontor.as(['auditor']);
    const employee = await kontor.as(['employee']);
    expect((await auditor('POST', address, reason)).status).toBe(403);
    expect((await employee('POST', address, reason)).status).toBe(403);
    for (const wrong of [{}, { reason: 'kurz' }]) {
      const refused = await kontor.admin('POST', address, wrong);
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['reason']]);
    }
    const erased = await kontor.admin('POST', address, reason);
    expect([erased.status, erased.body.after, erased.body.id]).toEqual([200, null, entry.id]);
    const kept = await trail(kontor, 'record_id = $1', [record.id]);
    expect(JSON.stringify(kept)).not.toContain('Löschmich');
    expect(kept.at(-1)).toMatchObject({ operation: 'erase', created_by: kontor.admin.id, after: { entries: 1 } });
    const again = await kontor.admin('POST', address, reason);
    expect([again.status, Object.keys(again.body.errors)]).toEqual([422, ['reason']]);
  });

  test('the entry of an erasure does not open the rest', async () => {
    const record = await customer();
    await kontor.owner.query('BEGIN');
    await kontor.owner.query(
      "INSERT INTO audit_entries (id, resource, record_id, operation) VALUES (gen_random_uuid(), 'customers', $1, 'erase')",
      [record.id],
    );
    const blank = 'before = NULL, after = NULL, address = NULL, salt = NULL';
    for (const text of [
      `UPDATE audit_entries SET ${blank} WHERE record_id <> '${record.id}'`,
      `UPDATE audit_entries SET ${blank}, created_by = NULL WHERE record_id = '${record.id}'`,
      `UPDATE audit_entries SET after = '{}' WHERE record_id = '${record.id}'`,
    ]) {
      await kontor.owner.query('SAVEPOINT s');
      expect([text, await refusal(kontor.owner, text)]).toEqual([text, 'KN001']);
      await kontor.owner.query('ROLLBACK TO SAVEPOINT s');
    }
    await kontor.owner.query('ROLLBACK');
  });
});
