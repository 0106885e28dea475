import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw, sql } from '../query/sql.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import type { Database } from './pool.ts';

let kontor: TestKontor;
let db: Database;
beforeAll(async () => {
  kontor = await startTestKontor();
  db = kontor.running.engine.db;
  await kontor.owner.query('CREATE TABLE numbers (n int PRIMARY KEY CHECK (n < 100)); GRANT ALL ON numbers TO PUBLIC');
});
afterAll(() => kontor.stop());

const numbers = async () => (await db.query<{ n: number }>(sql`SELECT n FROM numbers ORDER BY n`)).map((row) => row.n);

test('what is sent without waiting fails together, and the first failure is the one that is told', async () => {
  const work = db.transaction(async (tx) => {
    for (const n of [1, 200, 1, 3]) tx.query(sql`INSERT INTO numbers VALUES (${n})`).catch(() => {});
  });
  await expect(work).rejects.toMatchObject({ code: '23514' });
  expect(await numbers()).toEqual([]);
});

test('after the commit, and only then', async () => {
  const told: string[] = [];
  await db.transaction(async (tx) => {
    tx.afterCommit(() => told.push('done'));
    tx.query(sql`INSERT INTO numbers VALUES (1)`);
    expect(told).toEqual([]);
  });
  await db
    .transaction(async (tx) => {
      tx.afterCommit(() => told.push('never'));
      throw new Error('changed my mind');
    })
    .catch((error: Error) => told.push(error.message));
  expect([told, await numbers()]).toEqual([['done', 'changed my mind'], [1]]);
});

test('what PostgreSQL calls off is tried five times', async () => {
  let tries = 0;
  const work = db.transaction(async (tx) => {
    tries++;
    await tx.query(raw("DO $$ BEGIN RAISE EXCEPTION 'serialise' USING ERRCODE = '40001'; END $$"));
  });
  await expect(work).rejects.toMatchObject({ code: '40001' });
  expect(tries).toBe(5);
  await expect(db.transaction((tx) => tx.query(raw('SELECT 1/0')))).rejects.toMatchObject({ code: '22012' });
  expect(await numbers()).toEqual([1]);
});

test('a part that fails is taken back, the rest stays', async () => {
  await db.transaction(async (tx) => {
    await tx.query(sql`INSERT INTO numbers VALUES (10)`);
    const part = tx.savepoint(async () => {
      tx.query(sql`INSERT INTO numbers VALUES (11)`);
      await tx.query(sql`INSERT INTO numbers VALUES (500)`);
    });
    await expect(part).rejects.toMatchObject({ code: '23514' });
    await tx.query(sql`INSERT INTO numbers VALUES (12)`);
  });
  expect(await numbers()).toEqual([1, 10, 12]);
});

test('a transaction of one statement that nobody waits for: it counts, or it fails, as any other', async () => {
  const told: string[] = [];
  const alone = (n: number) =>
    db.transaction(async (tx) => {
      tx.afterCommit(() => told.push(`wrote ${n}`));
      return { answer: tx.query<{ n: number }>(sql`INSERT INTO numbers VALUES (${n}) RETURNING n`) };
    });
  expect(await (await alone(20)).answer).toEqual([{ n: 20 }]);
  await expect(alone(300)).rejects.toMatchObject({ code: '23514' });
  await expect(alone(20)).rejects.toMatchObject({ code: '23505' });
  expect([told, (await numbers()).filter((n) => n >= 20)]).toEqual([['wrote 20'], [20]]);
  // waited for or not, it is rolled back with the work that throws afterwards
  const sorry = db.transaction(async (tx) => {
    tx.query(sql`INSERT INTO numbers VALUES (21)`).catch(() => {});
    throw new Error('not after all');
  });
  const sorryLater = db.transaction(async (tx) => {
    await tx.query(sql`INSERT INTO numbers VALUES (22)`);
    throw new Error('not after all');
  });
  for (const work of [sorry, sorryLater]) await expect(work).rejects.toThrow('not after all');
  expect((await numbers()).filter((n) => n >= 20)).toEqual([20]);
  let tries = 0;
  const unlucky = db.transaction(async (tx) => {
    tries++;
    tx.query(raw("DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$")).catch(() => {});
  });
  await expect(unlucky).rejects.toMatchObject({ code: '40P01' });
  expect(tries).toBe(5);
});

test('a prepared statement answers alike each time, also without rows and after a failure', async () => {
  const ask = (n: number) =>
    db.prepared(sql`SELECT n, 100 / n AS share, now()::date::text = '' AS never FROM numbers WHERE n = ${n}`);
  const divide = (n: number) => db.prepared(sql`SELECT 1 / ${n}::int AS part`);
  for (let i = 0; i < 5; i++) {
    expect(await ask(10)).toEqual([{ n: 10, share: 10, never: false }]);
    expect(await ask(11)).toEqual([]);
    expect(await db.prepared(sql`DELETE FROM numbers WHERE n = ${99}`)).toEqual([]);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(1)).toEqual([{ part: 1 }]);
  }
});

test('a column that changes its type under a running server does not stop a statement', async () => {
  const question = sql`SELECT n FROM numbers WHERE n = 1`;
  const asks = [
    () => db.query<{ n: unknown }>(question),
    () => db.prepared<{ n: unknown }>(question),
    () => db.transaction((tx) => tx.prepared<{ n: unknown }>(question)),
  ];
  for (let i = 0; i < 30; i++) await Promise.all(asks.map((ask) => ask()));
  await kontor.owner.query('ALTER TABLE numbers ALTER COLUMN n TYPE bigint');
  for (let i = 0; i < 10; i++) for (const ask of asks) expect((await ask())[0]?.n).toBe('1');
});

test('instants come with milliseconds in UTC, dates and long numbers as text', async () => {
  const [row] = await db.query(
    sql`SELECT '2026-03-29 03:30:00.1234+02'::timestamptz AS at, '2026-03-29'::date AS day, '9007199254740993'::int8 AS long, '12.50'::numeric AS exact, '07:05:09'::time AS clock`,
  );
  expect(row).toEqual({
    at: '2026-03-29T01:30:00.123Z',
    day: '2026-03-29',
    long: '9007199254740993',
    exact: '12.50',
    clock: '07:05',
  });
});
