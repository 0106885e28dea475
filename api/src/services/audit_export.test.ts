import { spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../config.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records, trail } from '../testing/records.ts';
import { eraseTrail } from './audit_erase.ts';
import { headsFile, noteHead } from './audit_heads.ts';
import { headOf, sealTrail, waitingEntries } from './audit_seals.ts';

let kontor: TestKontor;
let text: string;
let erasedAt: number;
beforeAll(async () => {
  kontor = await startTestKontor();
  const { engine } = kontor.running;
  const records = new Records(kontor);
  const customers = model.get('customers');
  // everything that is written differently in JSON, in both languages
  const remarks = ['"\\/\b\f\n\r\t', '\u0001\u001f\u007f\u0080', '\u2028\u2029', '😀 ÄÖÜß', '\\u0000 {"a": 1}'];
  for (const value of remarks) await records.create(customers, { values: { remarks: value } });
  const gone = await records.create(customers, { values: { name: 'Vergessen GmbH' } });
  const context = { engine, access: { actor: { id: kontor.admin.id } }, requestId: 'r\u2028"\\ü' } as never;
  await eraseTrail(context, engine.db, 'customers', gone.id, 'Art. 17 DSGVO');
  const seal = async () => {
    do await sealTrail(engine.db);
    while (await waitingEntries(engine.db));
  };
  await seal();
  noteHead(kontor.home, (await headOf(engine.db))!);
  for (const value of remarks) await records.create(customers, { values: { remarks: value } });
  await seal();
  noteHead(kontor.home, (await headOf(engine.db))!);
  const answer = await fetch(`${kontor.url}/api/v1/audit/export`, {
    headers: { Authorization: `Bearer ${kontor.admin.token}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  text = await answer.text();
  erasedAt = text.split('\n').findIndex((line) => /"salt":null/.test(line));
});
afterAll(() => kontor.stop());

let count = 0;
/** What the script says to an export, without anything of Kontor. */
function offline(content: string | Buffer, heads?: string): [number | null, string] {
  const file = join(kontor.home, `export-${count++}.jsonl`);
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/audit-verify-offline.mjs'), file, ...(heads ? [heads] : [])],
    { cwd: kontor.home, encoding: 'utf8', env: {} },
  );
  return [status, stdout + stderr];
}
const lines = () => text.trimEnd().split('\n');
const joined = (parts: readonly string[]) => `${parts.join('\n')}\n`;

describe('an export verifies offline', () => {
  test('untouched it is whole, with erased content told as such', () => {
    expect(offline(text, join(kontor.home, headsFile))).toEqual([
      0,
      `WHOLE: ${lines().length - 3} entries, positions 1 to ${lines().length - 3}, of 1 the content was erased\n`,
    ]);
    expect(text).not.toContain('Vergessen GmbH');
  });

  test('a part of it is whole by itself', async () => {
    const [entry] = await trail(kontor, "operation = 'erase'");
    const from = (entry!.created_at as Date).toISOString();
    const part = await kontor.admin('GET', `/audit/export?from=${from}`);
    const [status, said] = offline(part.body as string, join(kontor.home, headsFile));
    expect([status, said]).toEqual([0, expect.stringMatching(/^WHOLE: \d+ entries, positions (?!1 )/)]);
    const empty = await kontor.admin('GET', '/audit/export?from=2001-01-01&until=2001-02-01');
    expect(offline(empty.body as string)[0]).toBe(0);
    expect((await kontor.admin('GET', '/audit/export?from=gestern')).status).toBe(400);
  });

  test('any byte that differs is named with its line', () => {
    const bytes = Buffer.from(text);
    const starts = [0];
    for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) starts.push(i + 1);
    // places spread over the whole file, and all kinds of places in one line
    const step = Math.ceil(bytes.length / 40);
    const places = [...Array(40).keys()].map((n) => Math.min(n * step + 7, bytes.length - 2));
    for (const place of [...places, 0, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = changed[place]! ^ (place % 2 ? 1 : 4);
      const [status, said] = offline(changed);
      const line = starts.filter((start) => start <= place).length;
      expect([place, status]).toEqual([place, 1]);
      // a byte of the first line may show in the second one only, and one of the lines about everything at the end
      const named = Number(/line (\d+)/.exec(said)![1]);
      expect([said, [line, line + 1, lines().length].includes(named)]).toEqual([said, true]);
    }
  });

  test('removed, inserted, reordered and copied lines are named', () => {
    const all = lines();
    const at = 4;
    const position = JSON.parse(all[at]!).entry.position;
    const said = (parts: string[]) => offline(joined(parts));
    expect(said(all.toSpliced(at, 1))).toEqual([1, expect.stringContaining(`position ${position} was expected`)]);
    expect(said(all.toSpliced(at, 0, all[at + 1]!))[1]).toContain(`line ${at + 1} (position ${position + 1}`);
    expect(said(all.toSpliced(at, 2, all[at + 1]!, all[at]!))[1]).toContain(`line ${at + 1} (position ${position + 1}`);
    const forged = JSON.parse(all[at]!);
    forged.entry.operation = 'security';
    expect(said(all.toSpliced(at, 1, JSON.stringify(forged)))[1]).toContain(
      `(position ${position}, entry ${forged.entry.id}): changed`,
    );
    const emptied = { ...JSON.parse(all[at]!), content: '{"after": null, "before": null, "address": null}' };
    expect(said(all.toSpliced(at, 1, JSON.stringify(emptied)))[1]).toContain(
      `(position ${position}, entry ${forged.entry.id}): content changed`,
    );
    const unerased = { ...JSON.parse(all[erasedAt]!), content: '{}', salt: '00' };
    expect(said(all.toSpliced(erasedAt, 1, JSON.stringify(unerased)))[0]).toBe(1);
  });

  test('an end that was cut off is named, even when it was closed anew: the heads outside know better', () => {
    const all = lines();
    expect(offline(joined(all.slice(0, -1)))[1]).toContain('the end was cut off');
    expect(offline(joined(all.slice(0, -4)))[1]).toContain('the end was cut off');
    const kept = all.slice(0, -5);
    const last = JSON.parse(kept.at(-1)!);
    const { createHash } = process.getBuiltinModule('node:crypto');
    const body = joined([...kept, JSON.stringify({ heads: [] })]);
    const closing = {
      count: kept.length - 1,
      last: last.entry.position,
      chain: last.chain,
      sha256: createHash('sha256').update(body).digest('hex'),
    };
    const anew = body + joined([JSON.stringify(closing)]);
    expect(offline(anew)[0]).toBe(0);
    expect(offline(anew, join(kontor.home, headsFile))).toEqual([1, expect.stringContaining('the end was cut off')]);
  });

  test('a head that differs is named', () => {
    const file = join(kontor.home, 'other-heads.jsonl');
    appendFileSync(
      file,
      `${JSON.stringify({ position: 3, chain: 'ab'.repeat(32), at: '2026-01-01T00:00:00.000Z' })}\n`,
    );
    expect(offline(text, file)[1]).toContain('position 3: differs from the head of 2026-01-01');
  });
});

describe('who may', () => {
  test('see and export it: only who reads all of it', async () => {
    const [auditor, backoffice] = [await kontor.as(['auditor']), await kontor.as(['backoffice'])];
    for (const path of ['/audit/status', '/audit/verification', '/audit/export']) {
      expect([path, (await auditor('GET', path)).status]).toEqual([path, 200]);
      expect([path, (await backoffice('GET', path)).status]).toEqual([path, 403]);
      expect([path, (await kontor.anonymous('GET', path)).status]).toEqual([path, 401]);
    }
    const { body } = await auditor('GET', '/audit/status');
    expect(body).toMatchObject({ head: { position: expect.any(Number) }, heads: [{}, {}] });
    const said = ((await auditor('GET', '/audit/verification')).body as string).trimEnd().split('\n');
    expect(JSON.parse(said.at(-1)!)).toMatchObject({ result: { ok: true, erased: 1, heads: 2, first: null } });
    expect(await trail(kontor, "operation = 'export' AND created_by = $1", [auditor.id])).toHaveLength(1);
  });
});
