import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Caller } from '../testing/harness.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const administrators = async (): Promise<string[]> =>
  (await kontor.owner.query('SELECT id FROM kontor_administrators() AS a(id)')).rows.map(({ id }) => id);
const roleId = async (key: string): Promise<string> =>
  (await kontor.owner.query('SELECT id FROM roles WHERE key = $1', [key])).rows[0].id;
const read = async (path: string) => (await kontor.admin('GET', path)).body;
const me = () => `/users/${kontor.admin.id}`;
const change = async (path: string, values: object, as: Caller = kontor.admin): Promise<Answer> =>
  as('PUT', path, { version: (await as('GET', path)).body.version, ...values });
const filter = (value: object) => encodeURIComponent(JSON.stringify(value));

/** Ways to take an administrator away; each works as long as there is another one. */
const ways: Record<string, () => Promise<Answer>> = {
  'switched off': () => change(me(), { active: false }),
  'put in the trash': () => kontor.admin('DELETE', me()),
  'left without the role': () => change(me(), { assignments: [] }),
  'given an end': async () => {
    const { assignments } = await read(me());
    return change(me(), { assignments: [{ ...assignments[0], valid_to: '2999-12-31' }] });
  },
  'given a beginning to come': async () => {
    const { assignments } = await read(me());
    return change(me(), { assignments: [{ ...assignments[0], valid_from: '2999-01-01' }] });
  },
  'limited to a brand': async () => {
    const company = (await kontor.admin('POST', '/companies', { name: 'F' })).body.id;
    const brand = (await kontor.admin('POST', '/brands', { name: `M${Math.random()}`, company_id: company })).body.id;
    const { assignments } = await read(me());
    return change(me(), { assignments: [{ ...assignments[0], brand_id: brand }] });
  },
  'given a role that takes roles out': async () => {
    const { assignments } = await read(me());
    return change(me(), { assignments: [...assignments, { role_id: await roleId('employee') }] });
  },
  'switched off with many': () => kontor.admin('PUT', `/users?filter=${filter({ active: true })}`, { active: false }),
  'deleted with many': () => kontor.admin('DELETE', `/users?filter=${filter({ active: true })}`),
  'robbed of what the role allows': async () =>
    change(`/roles/${await roleId('administrator')}`, { permissions: [{ pattern: 'customers' }] }),
  'denied what the role allows': async () => {
    const path = `/roles/${await roleId('administrator')}`;
    const { permissions } = await read(path);
    return change(path, { permissions: [...permissions, { pattern: 'users.update', effect: 'deny' }] });
  },
};

describe('the last administrator', () => {
  test.each(Object.keys(ways))('can not be %s', async (name) => {
    const before = await administrators();
    expect(before).toEqual([kontor.admin.id]);
    const answer = await ways[name]!();
    expect([answer.status, answer.body.code]).toEqual([409, 'last_administrator']);
    expect(await administrators()).toEqual(before);
    expect((await kontor.admin('GET', '/roles')).status).toBe(200);
  });

  test('is safe from the database’s own words as well', async () => {
    for (const statement of [
      'DELETE FROM users',
      'UPDATE users SET active = false',
      'DELETE FROM user_roles',
      "UPDATE role_permissions SET effect = 'deny'",
      'BEGIN; DELETE FROM user_roles; DELETE FROM role_permissions; COMMIT',
    ]) {
      await expect(kontor.owner.query(statement)).rejects.toMatchObject({ code: 'KN004' });
      await kontor.owner.query('ROLLBACK');
      expect(await administrators()).toEqual([kontor.admin.id]);
    }
  });

  test('may do everything else, and others can be changed freely', async () => {
    const other = await kontor.as(['employee']);
    expect((await change(me(), { name: 'Umbenannt' })).status).toBe(200);
    expect((await change(`/users/${other.id}`, { active: false })).status).toBe(200);
    expect((await kontor.admin('DELETE', `/users/${other.id}`)).status).toBe(200);
  });

  test('can hand over in one change', async () => {
    const other = await kontor.as(['employee']);
    const administrator = await roleId('administrator');
    await change(`/users/${other.id}`, { assignments: [{ role_id: administrator }] });
    expect((await administrators()).sort()).toEqual([kontor.admin.id, other.id].sort());
    expect((await change(`/users/${other.id}`, { active: false })).status).toBe(200);
    expect(await administrators()).toEqual([kontor.admin.id]);
  });

  test('stays when two demote each other at once', async () => {
    for (let i = 0; i < 5; i++) {
      const other = await kontor.as(['administrator']);
      const { version } = await read(me());
      const answers = await Promise.all([
        kontor.admin('PUT', `/users/${other.id}`, { version: 1, active: false }),
        other('PUT', me(), { version, active: false }),
      ]);
      // the slower one is refused because of the first, or is not let in any more
      expect([i, answers.filter(({ status }) => status === 200).length]).toEqual([i, 1]);
      expect([409, 401]).toContain(answers.find(({ status }) => status !== 200)!.status);
      expect((await administrators()).length).toBe(1);
      await kontor.owner.query('UPDATE users SET active = true WHERE id = $1', [kontor.admin.id]);
      await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [other.id]);
    }
  });

  test('stays when two transactions that do not see each other end at once', async () => {
    const other = await kontor.as(['administrator']);
    const clients = [1, 2].map(() => new pg.Client({ connectionString: kontor.ownerUrl }));
    await Promise.all(clients.map((client) => client.connect()));
    for (let i = 0; i < 20; i++) {
      await Promise.all(
        clients.map(async (client, turn) => {
          await client.query('BEGIN');
          await client.query('UPDATE users SET active = false WHERE id = $1', [turn ? other.id : kontor.admin.id]);
        }),
      );
      const ends = await Promise.allSettled(clients.map((client) => client.query('COMMIT')));
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await administrators()).length).toBe(1);
      await kontor.owner.query('UPDATE users SET active = true WHERE id = ANY ($1)', [[kontor.admin.id, other.id]]);
    }
    await Promise.all(clients.map((client) => client.end()));
  });
});
