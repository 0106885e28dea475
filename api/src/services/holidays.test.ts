import { holidayRegions, holidaysOf, inZone } from '@kontor/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { holidaysIn, isHoliday, keepHolidays } from './holidays.ts';

let kontor: TestKontor;
const regions: Record<string, string> = {};
const region = async (code: string, parent?: string) => {
  const body = { code, name: code, type: 'state', parent_id: parent ? regions[parent] : null };
  regions[code] = (await kontor.admin('POST', '/regions', body)).body.id;
};
const law = async () =>
  (await kontor.owner.query(`SELECT count(*)::int AS n FROM holidays WHERE origin = 'law'`)).rows[0].n as number;
const now = new Date('2026-11-29T12:00:00Z');

beforeAll(async () => {
  kontor = await startTestKontor();
  await region('DE');
  await region('DE-BY', 'DE');
  await region('DE-80', 'DE-BY');
  await region('DE-BE', 'DE');
});
afterAll(() => kontor.stop());

const years = (from: number) => Array.from({ length: 5 }, (_, i) => from + i);
const expected = (from: number) =>
  holidayRegions
    .filter((code) => code in regions)
    .reduce((sum, code) => sum + years(from).reduce((all, year) => all + holidaysOf(code, year).length, 0), 0);

test('holidays by law are entered once, also by several at the same time, and own ones stay', async () => {
  const own = await kontor.admin('POST', '/holidays', {
    name: 'Betriebsruhe',
    on: '2026-12-24',
    region_id: regions['DE-BY'],
  });
  // the same day and name as the law has it, entered by hand before
  const same = await kontor.admin('POST', '/holidays', {
    name: 'Tag der Arbeit',
    on: '2026-05-01',
    region_id: regions.DE,
  });
  expect([own.status, same.status]).toEqual([201, 201]);
  const { engine } = kontor.running;
  const counts = await Promise.all(Array.from({ length: 8 }, () => keepHolidays(engine, now)));
  expect(counts.filter(Boolean)).toHaveLength(1);
  expect(await law()).toBe(expected(2025) - 1);
  expect(await keepHolidays(engine, now)).toBe(0);
  const read = await kontor.admin('GET', `/holidays/${same.body.id}`);
  expect([read.body.origin, read.body.version]).toEqual(['own', 1]);
  expect((await kontor.admin('GET', `/holidays/${own.body.id}`)).body.version).toBe(1);
});

test('what is no holiday by law any more goes; a year later the next one is there, and past years stay', async () => {
  await kontor.owner.query(
    `INSERT INTO holidays (id, "on", name, region_id, origin) VALUES (gen_random_uuid(), '2027-02-02', 'Abgeschafft', $1, 'law')`,
    [regions.DE],
  );
  const { engine } = kontor.running;
  expect(await keepHolidays(engine, now)).toBe(1);
  await keepHolidays(engine, new Date('2028-01-02T12:00:00Z'));
  const found = await kontor.owner.query(
    `SELECT DISTINCT extract(year FROM "on")::int AS y FROM holidays WHERE origin = 'law' ORDER BY 1`,
  );
  expect(found.rows.map(({ y }) => y)).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031]);
});

test('the turn of the year is that of the company’s clock', () => {
  expect(inZone(new Date('2026-12-31T23:30:00Z'), kontor.running.engine.timeZone).date).toBe('2027-01-01');
});

test('a region has the holidays of what it is part of, and those of no region', async () => {
  const { db } = kontor.running.engine;
  await kontor.admin('POST', '/holidays', { name: 'Firmenjubiläum', on: '2026-06-10' });
  const munich = await holidaysIn(db, regions['DE-80']!, '2026-05-30', '2026-06-30');
  expect([...munich].sort()).toEqual(['2026-06-04', '2026-06-10']); // Corpus Christi
  const berlin = await holidaysIn(db, regions['DE-BE']!, '2026-05-30', '2026-06-30');
  expect([...berlin]).toEqual(['2026-06-10']);
  expect([...(await holidaysIn(db, null, '2026-01-01', '2026-12-31'))]).toEqual(['2026-06-10']);
  expect(await isHoliday(db, regions['DE-80']!, '2026-10-03')).toBe(true);
  expect(await isHoliday(db, regions['DE-80']!, '2026-10-02')).toBe(false);
});
