import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { kindOf, type Resource, schemaOf } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runRules } from '../services/automation/dates.ts';
import { openStorage } from '../services/content/index.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { expectWithin } from '../testing/within.ts';
import { type DemoUser, grow, isDemo, seed } from './index.ts';

let kontor: TestKontor;
let signIns: readonly DemoUser[];
let started: number;

const rows = async (statement: string) => (await kontor.owner.query(statement)).rows;
const one = async (statement: string) => Object.values((await rows(statement))[0])[0];

const storage = () => openStorage({ home: kontor.home, fileLimit: 1_000_000 });

/** The harness signs in a user of its own; a seed wants an empty database. */
const forgetUsers = () => kontor.owner.query('TRUNCATE users CASCADE');

beforeAll(async () => {
  kontor = await startTestKontor();
  await forgetUsers();
  started = Date.now();
  signIns = (await seed(kontor.running.engine, storage(), true)).demo ?? [];
  expectWithin(20_000, started, 'the demo company'); // five seconds alone
});
afterAll(() => kontor.stop());

describe('the demo company', () => {
  test('is as large as promised and there within seconds', async () => {
    const counts = Object.fromEntries(
      await Promise.all(
        ['companies', 'brands', 'users', 'customers', 'contacts', 'tasks', 'notes'].map(async (table) => [
          table,
          await one(`SELECT count(*)::int FROM ${table}`),
        ]),
      ),
    );
    expect(counts).toEqual({
      companies: 1,
      brands: 3,
      users: 12,
      customers: 400,
      contacts: 900,
      tasks: 1505, // five of them from rules
      notes: 3000,
    });
  });

  test('holds only values that the declarations accept, in canonical form', async () => {
    const wrong: string[] = [];
    for (const name of [
      'companies',
      'brands',
      'users',
      'tags',
      'customers',
      'addresses',
      'contacts',
      'tasks',
      'notes',
    ]) {
      const resource: Resource = model.get(name);
      for (const row of await rows(`SELECT * FROM ${name}`))
        for (const [field, declared] of Object.entries(resource.fields)) {
          const value = row[field];
          if (value === null || value === undefined || kindOf(declared).computed) continue;
          if (typeof value === 'object' && !Array.isArray(value) && declared.kind !== 'address') continue;
          const parsed = schemaOf(declared).safeParse(value);
          if (!parsed.success || !isDeepStrictEqual(parsed.data, value))
            wrong.push(`${name}.${field}: ${JSON.stringify(value)}`);
        }
    }
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
  });

  test('no two customers share a name, an address in the internet or a telephone number', async () => {
    for (const value of ['lower(name)', 'email', 'phone', 'website'])
      expect(
        await rows(`SELECT ${value} FROM customers WHERE ${value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`),
      ).toEqual([]);
  });

  test('mail goes nowhere and telephones ring nowhere', async () => {
    for (const table of ['users', 'customers', 'contacts', 'brands', 'companies'])
      expect(await rows(`SELECT email FROM ${table} WHERE email NOT LIKE '%.example'`)).toEqual([]);
    const free =
      '^\\+49 (30 23125|69 90009|40 66969|221 4710|89 99998)\\d{3}$|^\\+49 (171 39200\\d\\d|176 040690\\d\\d)$';
    for (const [table, column] of [
      ['customers', 'phone'],
      ['contacts', 'phone'],
      ['contacts', 'mobile'],
      ['users', 'phone'],
      ['brands', 'phone'],
    ])
      expect(await rows(`SELECT ${column} FROM ${table} WHERE ${column} !~ '${free}'`)).toEqual([]);
  });

  test('counts on customers are right, and the next customer takes the next number', async () => {
    expect(
      await rows(`SELECT c.number FROM customers c WHERE
        contacts_count <> (SELECT count(*) FROM contacts WHERE customer_id = c.id AND deleted_at IS NULL) OR
        open_tasks <> (SELECT count(*) FROM tasks WHERE subject_resource = 'customers' AND subject_id = c.id
          AND deleted_at IS NULL AND status IN ('open', 'in_progress', 'waiting'))`),
    ).toEqual([]);
    expect(await one('SELECT sum(open_tasks)::int > 100 FROM customers')).toBe(true);
    expect(await kontor.running.engine.numbers.draw('customer', { brand: null, company: null })).toBe('K-10401');
  });

  test('lies around today: things to do before and after it, nothing done or written in the future', async () => {
    const open = "status IN ('open', 'in_progress', 'waiting')";
    expect(await one(`SELECT count(*)::int FROM tasks WHERE ${open} AND due_on < current_date`)).toBeGreaterThan(30);
    expect(await one(`SELECT count(*)::int FROM tasks WHERE ${open} AND due_on > current_date`)).toBeGreaterThan(200);
    expect(await one('SELECT count(*)::int FROM notes WHERE happened_at > now()')).toBe(0);
    expect(await one("SELECT count(*)::int FROM notes WHERE happened_at < now() - interval '370 days'")).toBe(0);
    for (const table of ['customers', 'contacts', 'tasks', 'notes'])
      expect(await rows(`SELECT id FROM ${table} WHERE created_at > now() OR updated_at < created_at`)).toEqual([]);
  });

  test('everybody looks after customers of their own brands, and every record has its trail', async () => {
    expect(
      await rows(`SELECT c.number FROM customers c WHERE owner_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM customers_brand_ids b JOIN users_brand_ids u USING (target_id) WHERE b.record_id = c.id AND u.record_id = c.owner_id)`),
    ).toEqual([]);
    expect(
      await rows(`SELECT t.id FROM tasks t LEFT JOIN LATERAL (SELECT max(record_version) AS version FROM audit_entries
        WHERE resource = 'tasks' AND record_id = t.id::text) a ON true WHERE a.version IS DISTINCT FROM t.version`),
    ).toEqual([]);
  });

  test('papers hang on customers, tasks and a brand, and their content is there', async () => {
    expect(await one('SELECT count(*)::int FROM documents')).toBe(9);
    const [contract] = await rows("SELECT version_number, media_type FROM documents WHERE category = 'contract'");
    expect(contract).toEqual({ version_number: 2, media_type: 'application/pdf' });
    expect(await one('SELECT count(*)::int FROM document_versions')).toBe(10);
    for (const { sha256, size } of await rows('SELECT sha256, size FROM files')) {
      const content = await buffer((await storage().store.open(sha256))!);
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([size, sha256]);
    }
  });

  test('rules have been at work, and have nothing to make up for', async () => {
    expect(await runRules(kontor.running.engine, new Date(started))).toBe(0);
    expect(await rows('SELECT name, problem FROM automation_rules WHERE NOT active OR problem IS NOT NULL')).toEqual(
      [],
    );
    const states = await rows(
      'SELECT u.name, r.state, count(*) > 2 AS several FROM automation_runs r JOIN automation_rules u ON u.id = r.rule_id GROUP BY 1, 2 ORDER BY 1, 2',
    );
    for (const { name } of await rows('SELECT name FROM automation_rules'))
      expect(states).toContainEqual({ name, state: 'fired', several: true });
    expect(await one("SELECT count(*)::int FROM automation_runs WHERE state = 'pending'")).toBe(0);
  });

  test('its sign-ins work', async () => {
    expect(signIns.map((user) => user.role)).toEqual(['administrator', 'backoffice', 'employee']);
    for (const { email, password } of signIns)
      expect((await kontor.anonymous('POST', '/session', { email, password })).status).toBe(200);
  });

  test('is not seeded twice, but its sign-ins are told again', async () => {
    await kontor.owner.query("UPDATE customers SET name = 'Umbenannt' WHERE number = 'K-10001'");
    expect((await seed(kontor.running.engine, storage(), true)).demo).toEqual(signIns);
    expect((await seed(kontor.running.engine, storage(), false)).demo).toBeUndefined();
    expect(await one("SELECT name FROM customers WHERE number = 'K-10001'")).toBe('Umbenannt');
  });
});

describe('many customers', () => {
  test('are added with names of their own and continuing numbers', async () => {
    const next = Number(await one("SELECT next_value FROM number_sequences WHERE key = 'customer'"));
    await grow(kontor.running.engine, 3000);
    expect(await one('SELECT count(*)::int FROM customers')).toBe(3400);
    expect(await rows('SELECT lower(name) FROM customers GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
    expect(await kontor.running.engine.numbers.draw('customer', { brand: null, company: null })).toBe(
      `K-${next + 3000}`,
    );
    expect(await one('SELECT count(DISTINCT record_id)::int FROM customers_brand_ids')).toBe(3400);
    const shares = Object.fromEntries(
      (
        await rows("SELECT status, count(*)::float / 3000 AS share FROM customers WHERE number > 'K-10402' GROUP BY 1")
      ).map(({ status, share }) => [status, share]),
    );
    expect(shares.active).toBeCloseTo(0.55, 1);
    expect(shares.prospect).toBeCloseTo(0.28, 1);
  });

  test('a database without the demo company is no demo', async () => {
    expect(await isDemo(kontor.running.engine)).toBe(true);
    const other = await startTestKontor();
    try {
      expect(await isDemo(other.running.engine)).toBe(false);
      expect((await seed(other.running.engine, storage(), true)).demo).toBeUndefined();
    } finally {
      await other.stop();
    }
  });
});
