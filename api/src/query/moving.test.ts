import { dayFromToday, fromZone, matches, zone } from '@kontor/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessOfUser } from '../services/reminders/readable.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { parseFilter } from './filters.ts';

let kontor: TestKontor;
const ask = async (filter: object) => {
  const answer = await kontor.admin(
    'GET',
    `/tasks?sort=["name","ASC"]&filter=${encodeURIComponent(JSON.stringify(filter))}`,
  );
  return answer.status === 200 ? answer.body.map((row: any) => row.name) : [answer.status, answer.body.errors];
};
const at = (day: number, time: string) => fromZone(dayFromToday(day), time, zone.name).toISOString();

beforeAll(async () => {
  kontor = await startTestKontor();
  for (const day of [-31, -30, -1, 0, 14, 15])
    await kontor.admin('POST', '/tasks', { name: `${day}`, due_on: dayFromToday(day) });
  await kontor.admin('POST', '/tasks', { name: 'ohne' });
  const moments = [at(-2, '23:59'), at(-1, '00:00'), at(-1, '23:59'), at(0, '00:00'), at(0, '23:59'), at(1, '00:00')];
  for (const [index, moment] of moments.entries())
    await kontor.owner.query(
      "UPDATE tasks SET created_at = $1 WHERE name = (ARRAY['-31', '-30', '-1', '0', '14', '15'])[$2]",
      [moment, index + 1],
    );
});
afterAll(() => kontor.stop());

test('dates: in the past, within the next days, longer ago than', async () => {
  expect(await ask({ due_on_lt: 'today' })).toEqual(['-1', '-30', '-31']);
  expect(await ask({ due_on_gte: 'today', due_on_lte: 'today+14' })).toEqual(['0', '14']);
  expect(await ask({ due_on_lt: 'today-30' })).toEqual(['-31']);
  expect(await ask({ due_on_gte: 'today-30', due_on_lte: 'today' })).toEqual(['-1', '-30', '0']);
  expect(await ask({ due_on: 'today' })).toEqual(['0']);
  expect(await ask({ due_on_gt: 'today+14' })).toEqual(['15']);
});

test('instants lie in the days of the installation, whole days', async () => {
  expect(await ask({ created_at: 'today-1' })).toEqual(['-1', '-30']);
  expect(await ask({ created_at_lt: 'today' })).toEqual(['-1', '-30', '-31']);
  expect(await ask({ created_at_lte: 'today', created_at_gte: 'today' })).toEqual(['0', '14', 'ohne']);
  expect(await ask({ created_at_gt: 'today' })).toEqual(['15']);
});

test('a list says the same as the browser would', async () => {
  const access = (await accessOfUser(kontor.running.engine, kontor.admin.id))!;
  const tasks = kontor.running.engine.model.get('tasks');
  const all = (await kontor.admin('GET', '/tasks?sort=["name","ASC"]')).body as any[];
  for (const field of ['due_on', 'created_at'])
    for (const operator of ['', '_gte', '_lte', '_gt', '_lt'])
      for (const day of ['today', 'today-1', 'today+14', 'today-30']) {
        const filter = { [field + operator]: day };
        const { condition } = parseFilter(access, tasks, filter);
        const seen = all.filter((row) => matches(condition, row, access.actor)).map((row) => row.name);
        expect([filter, await ask(filter)]).toEqual([filter, seen]);
      }
});

test('what is no day is told, and so is a day where there is no date', async () => {
  expect((await ask({ due_on_lt: 'tomorrow' }))[0]).toBe(400);
  expect((await ask({ due_on_lt: 'today+99999' }))[0]).toBe(400);
  expect((await ask({ due_on: ['today'] }))[0]).toBe(400);
  expect(await ask({ name: 'today' })).toEqual([]);
  expect((await ask({ version_gte: 'today' }))[0]).toBe(400);
});
