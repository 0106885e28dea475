import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { holidaysOf, kindOf, type Resource, schemaOf } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runRules } from '../services/automation/dates.ts';
import { openStorage } from '../services/content/index.ts';
import type { NumberAccount } from '../services/number_gaps.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { expectWithin } from '../testing/within.ts';
import { type DemoUser, grow, growTrainings, isDemo, seed } from './index.ts';

let kontor: TestKontor;
let signIns: readonly DemoUser[];
let started: number;

const rows = async (statement: string) => (await kontor.owner.query(statement)).rows;
const one = async (statement: string) => Object.values((await rows(statement))[0])[0];

const storage = () => openStorage({ home: kontor.home, fileLimit: 1_000_000 });

/** Somebody who can be tried in the demo. */
const signedIn = async (role: string) => {
  const { email, password } = signIns.find((one) => one.role === role)!;
  const { body } = await kontor.anonymous('POST', '/session', { email, password });
  const headers = { Authorization: `Bearer ${body.access_token}` };
  const call = (method: string, path: string, values?: unknown) => kontor.anonymous(method, path, values, headers);
  return { call, user: body.user };
};

/** Resources of the training business, as far as they have rows in the demo. */
const business = [
  'qualifications',
  'checklist_templates',
  'checklist_template_items',
  'training_templates',
  'training_template_days',
  'training_prices',
  'suppliers',
  'employees',
  'trainers',
  'trainer_regions',
  'trainer_qualifications',
  'trainer_availabilities',
  'locations',
  'bookable_resources',
  'trainings',
  'training_sessions',
  'trainer_assignments',
  'resource_bookings',
  'enrolments',
  'attendance_records',
  'certificates',
  'feedback_responses',
  'checklists',
  'checklist_items',
];

/** The harness signs in a user of its own; a seed wants an empty database. */
const forgetUsers = () => kontor.owner.query('TRUNCATE users CASCADE');

beforeAll(async () => {
  kontor = await startTestKontor();
  await forgetUsers();
  started = Date.now();
  signIns = (await seed(kontor.running.engine, storage(), true)).demo ?? [];
  expectWithin(20_000, started, 'the demo company'); // seven seconds alone
}, 180_000);
afterAll(() => kontor.stop());

describe('the demo company', () => {
  test('is as large as promised and there within seconds', async () => {
    const counts = Object.fromEntries(
      await Promise.all(
        [
          'companies',
          'brands',
          'users',
          'customers',
          'contacts',
          'tasks',
          'notes',
          'training_templates',
          'trainers',
          'trainings',
          'enrolments',
        ].map(async (table) => [table, await one(`SELECT count(*)::int FROM ${table}`)]),
      ),
    );
    expect(counts).toEqual({
      companies: 1,
      brands: 3,
      users: 13,
      customers: 400,
      contacts: expect.any(Number),
      tasks: 1506, // five of them from rules, one from a job that failed
      notes: 3320,
      training_templates: 40,
      trainers: 60,
      trainings: 300,
      enrolments: 4000,
    });
    // who works at customers; those who take part in trainings are others
    // 900 people whom the office talks to; how many others take part in trainings depends on the day
    expect(await one("SELECT count(*)::int FROM contacts WHERE id::text LIKE '%-8002-%'")).toBe(900);
    expect(counts.contacts).toBeGreaterThan(2500);
    expect(counts.contacts).toBeLessThan(4500);
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
      ...business,
    ]) {
      const resource: Resource = model.get(name);
      for (const row of await rows(`SELECT * FROM ${name}`))
        for (const [field, declared] of Object.entries(resource.fields)) {
          // a time of day comes with its seconds from the database
          const value = declared.kind === 'time' ? row[field]?.slice(0, 5) : row[field];
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
    for (const table of [
      'users',
      'customers',
      'contacts',
      'brands',
      'companies',
      'suppliers',
      'employees',
      'trainers',
      'locations',
    ])
      expect(await rows(`SELECT email FROM ${table} WHERE email NOT LIKE '%.example' AND email IS NOT NULL`)).toEqual(
        [],
      );
    const free =
      '^\\+49 (30 23125|69 90009|40 66969|221 4710|89 99998)\\d{3}$|^\\+49 (171 39200\\d\\d|176 040690\\d\\d)$';
    for (const [table, column] of [
      ['customers', 'phone'],
      ['contacts', 'phone'],
      ['contacts', 'mobile'],
      ['users', 'phone'],
      ['brands', 'phone'],
      ['suppliers', 'phone'],
      ['employees', 'phone'],
      ['trainers', 'phone'],
      ['locations', 'phone'],
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
    for (const table of ['customers', 'contacts', 'tasks', 'notes', 'trainings', 'enrolments', 'certificates'])
      expect(await rows(`SELECT id FROM ${table} WHERE created_at > now() OR updated_at < created_at`)).toEqual([]);
  });

  test('everybody looks after customers of their own brands, and every record has its trail', async () => {
    expect(
      await rows(`SELECT c.number FROM customers c WHERE owner_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM customers_brand_ids b JOIN users_brand_ids u USING (target_id) WHERE b.record_id = c.id AND u.record_id = c.owner_id)`),
    ).toEqual([]);
    for (const table of ['tasks', 'trainings', 'enrolments', 'trainer_assignments', 'certificates'])
      expect(
        await rows(`SELECT t.id FROM ${table} t LEFT JOIN LATERAL (SELECT max(record_version) AS version FROM audit_entries
        WHERE resource = '${table}' AND record_id = t.id::text) a ON true WHERE a.version IS DISTINCT FROM t.version`),
      ).toEqual([]);
  });

  test('trainings are what their state says: led, housed and attended, on days on which people work', async () => {
    const by = Object.fromEntries(
      (await rows('SELECT status, count(*)::int AS n FROM trainings GROUP BY 1')).map(({ status, n }) => [status, n]),
    );
    expect(Object.keys(by).sort()).toEqual(
      ['cancelled', 'closed', 'confirmed', 'delivered', 'invoiced', 'lead', 'offered', 'option', 'planned'].sort(),
    );
    expect(Math.min(...Object.values(by))).toBeGreaterThan(10);
    const done = "('delivered', 'invoiced', 'closed')";
    for (const wrong of [
      `status IN ${done} AND last_session_at > now()`,
      `status IN ('confirmed', 'planned', 'delivered', 'invoiced', 'closed') AND (sessions_count = 0 OR confirmed_on IS NULL)`,
      `status IN ('invoiced', 'closed') AND (invoice_number IS NULL OR invoiced_on IS NULL)`,
      `status = 'cancelled' AND reason IS NULL`,
      `status IN ('planned', 'delivered', 'invoiced', 'closed') AND open_blocking > 0`,
      `kind = 'in_house' AND customer_id IS NULL`,
      `EXISTS (SELECT 1 FROM customers c WHERE c.id = customer_id) AND NOT EXISTS (SELECT 1 FROM customers_brand_ids b WHERE b.record_id = customer_id AND b.target_id = brand_id)`,
    ])
      expect([wrong, await rows(`SELECT number FROM trainings WHERE ${wrong}`)]).toEqual([wrong, []]);
    for (const wrong of [
      `t.status IN ('planned', 'delivered', 'invoiced', 'closed') AND (s.confirmed_trainers = 0 OR (s.location_id IS NULL AND s.online_link IS NULL))`,
      `t.status IN ${done} AND s.recorded_count <> (SELECT count(*) FROM enrolments e WHERE e.training_id = t.id AND e.status = 'enrolled')`,
      `extract(isodow FROM s.starts_at AT TIME ZONE 'Europe/Berlin') > 5`,
      `s.starts_at > now() AND s.recorded_count > 0`,
    ])
      expect([
        wrong,
        await rows(`SELECT t.number FROM training_sessions s JOIN trainings t ON t.id = s.training_id WHERE ${wrong}`),
      ]).toEqual([wrong, []]);
    expect(
      await one('SELECT count(*)::int FROM trainings WHERE waiting_count > 0 AND seats_taken = max_participants'),
    ).toBeGreaterThan(4);
    expect(
      await one('SELECT count(*)::int FROM checklist_items WHERE NOT done AND due_on < current_date'),
    ).toBeGreaterThan(20);
    const [{ given }] = await rows("SELECT avg((state = 'given')::int)::float AS given FROM feedback_responses");
    expect(given).toBeCloseTo(0.5, 1);
    expect(await one("SELECT count(*)::int FROM certificates WHERE status = 'revoked'")).toBeGreaterThan(3);
    expect(await one('SELECT count(*)::int FROM trainer_qualifications WHERE valid_to < current_date')).toBeGreaterThan(
      3,
    );
  });

  test('no session lies on a public holiday of its place', async () => {
    const found = await rows(`SELECT s.starts_at, coalesce(r.code, 'DE-NW') AS code FROM training_sessions s
      LEFT JOIN locations l ON l.id = s.location_id LEFT JOIN regions r ON r.id = l.region_id`);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
    const wrong = found.filter(({ starts_at, code }) => {
      const on = day.format(starts_at);
      return ['DE', code].some((region) => holidaysOf(region, Number(on.slice(0, 4))).some((one) => one.on === on));
    });
    expect(wrong).toEqual([]);
  });

  test('the trainer signs in and sees the own trainings, and no others', async () => {
    const { call, user } = await signedIn('trainer');
    const seen = async (path: string) => (await call('GET', path)).body;
    const sessions = await seen('/training_sessions?sort=["starts_at","ASC"]');
    expect(sessions.length).toBeGreaterThan(3);
    expect(sessions.length).toBe(
      await one(`SELECT count(DISTINCT session_id)::int FROM trainer_assignments a JOIN trainers t ON t.id = a.trainer_id
        WHERE t.user_id = '${user.id}' AND a.status IN ('asked', 'confirmed')`),
    );
    expect((await seen('/trainer_assignments?filter={"status":"asked"}')).length).toBeGreaterThan(0);
    expect((await seen('/trainings')).every((training: any) => !('margin' in training))).toBe(true);
  });

  test('series of numbers go on where the demo has stopped', async () => {
    const { numbers } = kontor.running.engine;
    const year = new Date().getFullYear();
    for (const [key, table] of [
      ['training', 'trainings'],
      ['training_template', 'training_templates'],
      ['supplier', 'suppliers'],
    ] as const) {
      const drawn = await numbers.draw(key, { brand: null, company: null });
      const prefix = drawn.includes(String(year)) ? drawn.slice(0, drawn.lastIndexOf('-') + 1) : '';
      expect(await one(`SELECT max(number) FROM ${table} WHERE number LIKE '${prefix}%'`)).toSatisfy(
        (last: string | null) => last === null || last < drawn,
      );
    }
    const enrolment = await one("SELECT id FROM enrolments WHERE status = 'enrolled' LIMIT 1");
    const { call } = await signedIn('administrator');
    const made = await call('POST', '/certificates', { enrolment_id: enrolment });
    expect(made.status).toBe(201);
    expect(await one('SELECT max(number) FROM certificates')).toBe(made.body.number);
  });

  test('each number of a certificate is accounted for, also those before Kontor came', async () => {
    const series = await one("SELECT id FROM number_sequences WHERE key = 'certificate' AND gapless AND yearly");
    const { call } = await signedIn('administrator');
    const years: NumberAccount[] = (await call('GET', `/number_sequences/${series}/gaps`)).body;
    for (const { missing, gone } of years) expect([missing, gone]).toEqual([[], []]);
    expect(years.flatMap(({ skipped }) => skipped)).toMatchObject([{ from: 1, to: 240, by: 'Anna Berger' }]);
    expect(years.reduce((sum, { given }) => sum + given, 0)).toBe(await one('SELECT count(*)::int FROM certificates'));
  });

  test('jobs wait for the workers, have failed and were called off', async () => {
    expect(await rows('SELECT state, count(*)::int AS n FROM jobs GROUP BY 1 ORDER BY 1')).toEqual([
      { state: 'cancelled', n: 1 },
      { state: 'failed', n: 1 },
      { state: 'queued', n: 4 },
    ]);
    expect(await one('SELECT count(*)::int FROM graphile_worker.jobs q JOIN jobs j ON j.id::text = q.key')).toBe(4);
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
    // how many options ran out and how many trainings had too few lately is a matter of chance
    for (const { name } of await rows(
      "SELECT name FROM automation_rules WHERE date_field NOT IN ('option_until', 'decide_on')",
    ))
      expect(states).toContainEqual({ name, state: 'fired', several: true });
    expect(await one("SELECT count(*)::int FROM automation_runs WHERE state = 'pending'")).toBe(0);
  });

  test('its sign-ins work', async () => {
    expect(signIns.map((user) => user.role)).toEqual(['administrator', 'backoffice', 'employee', 'trainer']);
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

  test('a thousand trainings fill a board, and a quarter of the calendar with their sessions', async () => {
    await growTrainings(kontor.running.engine, 1000);
    expect(await one('SELECT count(*)::int FROM trainings')).toBe(1300);
    expect(await one('SELECT count(DISTINCT number)::int FROM trainings')).toBe(1300);
    expect(await one('SELECT count(*)::int FROM trainings WHERE sessions_count = 2 AND created_by IS NULL')).toBe(1000);
    expect(
      await one(`SELECT count(*)::int FROM training_sessions s JOIN trainings t ON t.id = s.training_id
        WHERE t.created_by IS NULL AND abs(s.starts_at::date - current_date) < 47`),
    ).toBe(2000);
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
