import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { kindOf } from '@kontor/shared';
import { model as declared } from '@kontor/shared/modules/index';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../config.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { isWritable, Records, trail } from '../testing/records.ts';

import { specimenBehaviours } from '../testing/specimens.ts';
import { dropPrevious, replaceKey } from './master_keys.ts';
import { ofOtherKeys, rotateSecrets, secretColumns } from './rotate_secrets.ts';
import { openKeys } from './secrets.ts';

const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'kontor-keys-')));
  return folders.at(-1)!;
};
let kontor: TestKontor;
const logged: string[] = [];
beforeAll(async () => {
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  kontor = await startTestKontor({ model, behaviours: specimenBehaviours, logger: pino({ level: 'debug' }, sink) });
});
afterAll(async () => {
  await kontor.stop();
  for (const name of folders) rmSync(name, { recursive: true, force: true });
});

describe('keys', () => {
  const [one, two] = ['erster '.repeat(6).replaceAll(' ', '-'), 'zweiter-'.repeat(6)];

  test('a text names the key that encrypted it; a previous key still decrypts, an unknown one does not', () => {
    const old = openKeys(folder(), one);
    const text = old.encrypt('Geheimnis ü😀');
    expect(text).toMatch(/^v2\.[0-9a-f]{8}\.[\w-]+$/);
    expect(text.startsWith(old.currentPrefix())).toBe(true);
    const both = openKeys(folder(), two, one);
    expect([both.decrypt(text), both.hasPrevious(), old.hasPrevious()]).toEqual(['Geheimnis ü😀', true, false]);
    expect(both.encrypt('x').startsWith(both.currentPrefix())).toBe(true);
    expect(() => openKeys(folder(), two).decrypt(text)).toThrow('no key');
    expect(() => openKeys(folder(), 'zu kurz')).toThrow('KONTOR_SECRET must');
    expect(() => openKeys(folder(), one, 'zu kurz')).toThrow('KONTOR_SECRET_PREVIOUS must');
  });

  test('what was changed on the way is not decrypted', () => {
    const keys = openKeys(folder(), one);
    const text = keys.encrypt('Geheimnis');
    for (const at of [12, 30, text.length - 1]) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(() => keys.decrypt(changed)).toThrow();
    }
  });

  test('texts of the first version, that named no key, are found by trying', () => {
    const keys = openKeys(folder(), two, one);
    const old = openKeys(folder(), one).encrypt('alt').split('.')[2];
    expect(keys.decrypt(`v1.${old}`)).toBe('alt');
    expect(() => openKeys(folder(), two).decrypt(`v1.${old}`)).toThrow('none of the keys');
  });

  test('a running process sees that the key of the folder was replaced', () => {
    const home = folder();
    const running = openKeys(home, '');
    const before = running.encrypt('vorher');
    replaceKey(home);
    const other = openKeys(home, '');
    expect(running.decrypt(other.encrypt('nachher'))).toBe('nachher');
    expect(running.decrypt(before)).toBe('vorher');
    expect(running.currentPrefix()).toBe(other.currentPrefix());
    dropPrevious(home);
    expect(openKeys(home, '').hasPrevious()).toBe(false);
    expect(() => openKeys(home, '').decrypt(before)).toThrow('no key');
  });
});

describe('rotation', () => {
  test('every declared secret is encrypted anew, also when it was broken off before; what no key reads is named', async () => {
    const records = new Records(kontor);
    const { db } = kontor.running.engine;
    const specimens = model.get('specimens');
    const made = [];
    for (let n = 0; n < 3; n++)
      made.push(await records.create(specimens, { values: { secret_value: `Geheimnis ${n}` } }));
    const columns = secretColumns(model);
    expect(columns).toEqual(
      expect.arrayContaining([
        { table: 'signing_keys', column: 'private_key' },
        { table: 'specimens', column: 'secret_value' },
      ]),
    );
    const values = async () =>
      (
        await kontor.owner.query('SELECT secret_value AS text FROM specimens WHERE id = ANY($1) ORDER BY id', [
          made.map((row) => row.id),
        ])
      ).rows.map((row) => row.text as string);
    const { keys } = kontor.running;
    // one is encrypted already, as if it had been broken off
    replaceKey(kontor.home);
    await kontor.owner.query('UPDATE specimens SET secret_value = $2 WHERE id = $1', [
      made[0]!.id,
      keys.encrypt('Geheimnis 0'),
    ]);
    await kontor.owner.query("UPDATE specimens SET secret_value = 'v2.00000000.kaputt' WHERE id = $1", [made[2]!.id]);
    expect(await ofOtherKeys(db, model, keys)).toBeGreaterThanOrEqual(3);
    const { rotated, lost } = await rotateSecrets(db, model, keys);
    expect([rotated >= 2, lost]).toEqual([true, [`specimens.secret_value ${made[2]!.id}`]]);
    const after = await values();
    expect(after.filter((text) => text.startsWith(keys.currentPrefix()))).toHaveLength(2);
    dropPrevious(kontor.home);
    const alone = openKeys(kontor.home, '');
    expect(after.slice(0, 2).map((text) => alone.decrypt(text))).toEqual(['Geheimnis 0', 'Geheimnis 1']);
    expect(await ofOtherKeys(db, model, alone)).toBe(1);
    const { rows } = await kontor.owner.query('SELECT private_key FROM signing_keys');
    for (const { private_key: text } of rows) expect(alone.decrypt(text)).toContain('PRIVATE KEY');
    // it is no change of the records: nobody comes too late because of it
    expect((await kontor.admin('PUT', `/specimens/${made[0]!.id}`, { version: 1, text_value: 'neu' })).status).toBe(
      200,
    );
  });

  test('the command makes a new key, goes on with it, and drops the old one only when nothing needs it', async () => {
    const home = folder();
    const [url, ownerUrl] = [kontor.running.databases.url, kontor.ownerUrl];
    const rotate = (...args: string[]): Promise<[number | null, string]> =>
      new Promise((done) => {
        const child = spawn(
          process.execPath,
          ['--conditions=development', '--import', 'tsx', 'api/src/cli/rotate_secrets.ts', ...args],
          {
            cwd: root,
            env: { PATH: process.env.PATH, KONTOR_HOME: home, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
          },
        );
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (text) => {
            said += text;
          });
        child.on('exit', (code) => done([code, said]));
      });
    const key = (name: string) => readFileSync(join(home, name), 'utf8').trim();
    writeFileSync(join(home, 'master.key'), readFileSync(join(kontor.home, 'master.key')));
    await kontor.owner.query("UPDATE specimens SET secret_value = NULL WHERE secret_value LIKE '%kaputt'");
    const old = key('master.key');
    expect((await rotate('--drop'))[0]).toBe(0);
    expect(await rotate()).toEqual([0, expect.stringMatching(/^\d+ secrets are encrypted with the new key/)]);
    expect([key('master.key') === old, key('master.key.previous')]).toEqual([false, old]);
    const rotated = key('master.key');
    expect(await rotate()).toEqual([0, expect.stringMatching(/^0 secrets/)]);
    expect(key('master.key')).toBe(rotated);
    expect((await rotate('--drop'))[0]).toBe(0);
    expect(existsSync(join(home, 'master.key.previous'))).toBe(false);
    expect(await trail(kontor, "operation = 'security' AND after ->> 'event' = 'secrets_rotated'")).toMatchObject([
      { origin: 'command', created_by: null },
      { after: { count: 0 } },
    ]);
    expect(JSON.stringify(await trail(kontor, 'true'))).not.toContain(old);
  });
});

describe('a secret is told to nobody', () => {
  const withSecrets = [...model.resources.values()].flatMap((resource) =>
    isWritable(resource)
      ? Object.entries(resource.fields)
          .filter(([, field]) => kindOf(field).encrypted && !field.readOnly)
          .map(([name]) => ({ resource, name }))
      : [],
  );
  const actions = [...model.resources.values()].flatMap((resource) =>
    Object.entries(resource.actions ?? {}).flatMap(([action, { input = {} }]) =>
      Object.entries(input)
        .filter(([, field]) => kindOf(field).encrypted)
        .map(([name]) => ({ resource, action, name })),
    ),
  );

  test.each(withSecrets.map((one) => [`${one.resource.name}.${one.name}`, one] as const))(
    '%s: not in answers, history, exports, search, the trail, the log, nor readable in the table',
    async (_, { resource, name }) => {
      logged.length = 0;
      const records = new Records(kontor);
      const secret = (resource.fields[name]!.examples as readonly string[] | undefined)?.[0] ?? 'Streng-Geheim-0815';
      const known = secret.split('\n').find((line) => line && !line.startsWith('-'))!;
      const record = await records.create(resource, { full: true, values: { [name]: secret } });
      const path = `/${resource.name}`;
      await kontor.admin('PUT', `${path}/${record.id}`, { version: 1, [name]: `${secret}-neu` });
      await kontor.admin('PUT', `${path}/${record.id}`, { version: 1, [name]: `${secret}-zu-spät` });
      await kontor.admin('PUT', `${path}/${record.id}`, { version: 2, [name]: `${secret}${'x'.repeat(5000)}` });
      await kontor.admin('PUT', `${path}?filter=${JSON.stringify({ id: [record.id] })}`, { [name]: `${secret}-viele` });
      expect(logged.join('')).not.toContain(known);
      const answers = [];
      for (const what of [
        `/${record.id}`,
        `/${record.id}/history`,
        `?filter=${JSON.stringify({ id: [record.id] })}`,
        `/export?columns=["id","${name}"]`,
        `?filter=${encodeURIComponent(JSON.stringify({ [name]: secret }))}`,
        `?sort=["${name}","ASC"]`,
      ])
        answers.push((await kontor.admin('GET', path + what)).body);
      answers.push((await kontor.admin('GET', `/search?q=${encodeURIComponent(secret)}`)).body);
      const { rows } = await kontor.owner.query(`SELECT to_jsonb(t) AS row FROM ${resource.name} t`);
      const told = JSON.stringify([answers, rows, await trail(kontor, 'true')]);
      expect(told).not.toContain(known);
    },
  );

  test.each(actions.map((one) => [`${one.resource.name}.${one.action}.${one.name}`, one] as const))(
    '%s: not in the answer, the trail, nor the log',
    async (_, { resource, action, name }) => {
      const record = await new Records(kontor).create(resource);
      const secret = 'Streng-Geheim-4711-lang-genug';
      const answer = await kontor.admin('POST', `/${resource.name}/${record.id}/actions/${action}`, { [name]: secret });
      expect(JSON.stringify([answer.body, await trail(kontor, 'true'), logged])).not.toContain('Geheim-4711');
    },
  );

  test('no table of the server keeps a secret as plain text: it is encrypted, or a hash', () => {
    const suspicious = [...declared.resources.values()].flatMap((resource) =>
      Object.entries(resource.fields)
        .filter(
          ([name]) =>
            /secret|password|private_key|token|passphrase|recovery/.test(name) && !/(_hash|_at|_id|_count)$/.test(name),
        )
        .filter(([, field]) => !kindOf(field).encrypted && kindOf(field).columns(field, 'x')[0]?.type === 'text')
        .map(([name]) => `${resource.name}.${name}`),
    );
    expect(suspicious).toEqual([]);
  });
});
