import { kindOf, propertiesOf, type Resource, rollupOf } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsIn } from '../db/columns.ts';
import type { Row, Values } from '../engine/context.ts';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { isSettable, isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
let targets: string[];
let brand: string;
let restricted: Caller;

beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  const make = () => records.create(model.get('specimen_targets'));
  targets = (await Promise.all([make(), make(), make(), make()])).map((row) => row.id);
  brand = (await records.create(model.get('brands'))).id;
  restricted = await kontor.as(['backoffice'], { brand_ids: [brand] });
});
afterAll(() => kontor.stop());

const writable = served(model).filter((resource) => isWritable(resource));
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

/** What of a record is a matter of its versions: not what other records make of it, and of lines what was entered. */
function remembered(resource: Resource, record: Row): Values {
  const kept: Values = {};
  for (const [name, { field }] of propertiesOf(resource)) {
    if (!(name in record)) continue;
    const figure = rollupOf(field);
    const own = Object.values(resource.fields).some(
      (other) => other.kind === 'lines' && other.of === figure?.of && other.by === figure?.by,
    );
    const unknown = (part: string) =>
      resource.fields[part]?.copies || (resource.fields[part] && rollupOf(resource.fields[part]));
    if (field.kind === 'expression' && columnsIn(field.as).some(unknown)) continue;
    if ((figure && !own) || field.copies || field.through) continue;
    if (field.kind !== 'lines') kept[name] = record[name];
    else {
      const child = model.get(field.of as string);
      const stays = ([key]: [string, unknown]) =>
        key === 'id' || (child.fields[key] && child.fields[key].kind !== 'subject');
      kept[name] = (record[name] as Values[]).map((line) => Object.fromEntries(Object.entries(line).filter(stays)));
    }
  }
  return kept;
}

const read = async (resource: Resource, id: string): Promise<Row> => {
  const answer = await kontor.admin('GET', `/${resource.name}/${id}`);
  expect([resource.name, answer.status]).toEqual([resource.name, 200]);
  return answer.body;
};

/** Every version that was read is told again, by its number and by its time. */
async function expectRemembered(resource: Resource, seen: ReadonlyMap<number, Row>, by: Caller = kontor.admin) {
  for (const [version, record] of seen) {
    const told = await by('GET', `/${resource.name}/${record.id}/versions/${version}`);
    expect([resource.name, version, told.status]).toEqual([resource.name, version, 200]);
    expect([version, remembered(resource, told.body)]).toEqual([version, remembered(resource, record)]);
    const then = await by('GET', `/${resource.name}/${record.id}?as_of=${record.updated_at}`);
    expect([version, then.body.version, then.body]).toEqual([version, version, told.body]);
  }
}

/** One step of a random life. Answers tell whether it went through; a refused one must leave no version. */
const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('change'), turn: fc.nat(50), field: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lines'), turn: fc.nat(50), field: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lists'), turn: fc.nat(15), field: fc.nat(0) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('step'), turn: fc.nat(2), field: fc.nat(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bulk'), turn: fc.nat(50), field: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('trash'), turn: fc.nat(0), field: fc.nat(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stamp'), turn: fc.nat(9), field: fc.nat(0) }) },
);

const specimens = model.get('specimens');
const plain = Object.entries(specimens.fields).filter(
  ([, f]) =>
    isSettable(f) &&
    kindOf(f).samples(f).valid.length > 0 &&
    !f.unique &&
    f.kind !== 'lines' &&
    f.kind !== 'references',
);

async function live(record: Row, { kind, turn, field }: { kind: string; turn: number; field: number }): Promise<void> {
  const at = `/specimens/${record.id}`;
  const [name, declared] = plain[field % plain.length]!;
  const value = turn % 4 === 0 ? null : records.sample(declared, turn);
  if (kind === 'change') await kontor.admin('PUT', at, { version: record.version, [name]: value });
  else if (kind === 'bulk')
    await kontor.admin('PUT', `/specimens?filter=${json({ id: [record.id] })}`, { [name]: value });
  else if (kind === 'lists')
    await kontor.admin('PUT', at, {
      version: record.version,
      references_value: targets.filter((_, index) => (turn >> index) % 2),
      reference_value: turn % 3 ? targets[turn % 4] : null,
    });
  else if (kind === 'step')
    await kontor.admin('POST', `${at}/actions/${['finish', 'dismiss', 'reopen'][turn]}`, {
      date_value: '2026-03-12',
    });
  else if (kind === 'stamp') await kontor.admin('POST', `${at}/actions/stamp`, { mark: `m${turn}` });
  else if (kind === 'trash') {
    await kontor.admin('DELETE', at);
    const trashed = await kontor.admin('GET', at);
    expect(trashed.body.deleted_at).not.toBeNull();
    seenNow.set(trashed.body.version, trashed.body);
    await kontor.admin('POST', `${at}/restore`);
  } else {
    const lines = record.lines_value as Values[];
    const line = await records.line(specimens.fields.lines_value!);
    const next =
      field === 0
        ? [...lines, line]
        : field === 1
          ? lines.slice(1)
          : lines.map((one, index) => (index === turn % (lines.length || 1) ? { ...one, ...line } : one));
    const marks = turn % 3 ? record.marks : [...(record.marks as Values[]), { name: `Vermerk ${turn}` }];
    await kontor.admin('PUT', at, { version: record.version, lines_value: next, marks });
  }
}
let seenNow: Map<number, Row>;

describe('every version is told as it was read then', () => {
  test('whatever happened to a record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 14 }), async (life) => {
        const { id } = await records.create(specimens, { full: true });
        seenNow = new Map();
        let record = await read(specimens, id);
        seenNow.set(record.version, record);
        for (const step of life) {
          await live(record, step);
          record = await read(specimens, id);
          const before = seenNow.get(record.version);
          if (before) expect(remembered(specimens, record)).toEqual(remembered(specimens, before));
          seenNow.set(record.version, record);
        }
        expect([...seenNow.keys()].sort((a, b) => a - b)).toEqual(
          Array.from({ length: record.version }, (_, index) => index + 1),
        );
        await expectRemembered(specimens, seenNow);
      }),
      { numRuns: process.env.KONTOR_LONG === '1' ? 60 : 6 },
    );
  });

  test.each(writable.map((r) => r.name))('of %s', async (name) => {
    const resource = model.get(name);
    const { id } = await records.create(resource, { full: true });
    const seen = new Map<number, Row>();
    const look = async () => {
      const record = await read(resource, id);
      seen.set(record.version, record);
      return record;
    };
    await look();
    for (const [field, declared] of Object.entries(resource.fields)) {
      if (!isSettable(declared) || declared.kind === 'lines' || declared.kind === 'references') continue;
      // one of two differs from what is there
      for (const turn of [1, 2]) {
        const { version } = [...seen.values()].at(-1)!;
        await kontor.admin('PUT', `/${name}/${id}`, { version, [field]: records.sample(declared, turn) });
        if ((await look()).version > version) break;
      }
    }
    for (const step of Object.keys(resource.workflow?.transitions ?? {})) {
      await look();
      await kontor.admin('POST', `/${name}/${id}/actions/${step}`, {});
    }
    await look();
    if (resource.trash) {
      await kontor.admin('DELETE', `/${name}/${id}`);
      await look();
      await kontor.admin('POST', `/${name}/${id}/restore`);
      await look();
    }
    expect(seen.size).toBeGreaterThan(1);
    await expectRemembered(resource, seen);
  });
});

describe('what can not be told', () => {
  test('is said: versions that never were, a time before the record, a trail with a gap', async () => {
    const record = await records.create(specimens);
    const at = `/specimens/${record.id}`;
    for (const version of ['2', '0', '-1', 'x', '1.5', '99999999999'])
      expect([version, (await kontor.admin('GET', `${at}/versions/${version}`)).status]).toEqual([version, 404]);
    const early = await kontor.admin('GET', `${at}?as_of=2001-01-01T00:00:00Z`);
    expect([early.status, early.body.code]).toEqual([404, 'not_yet']);
    expect((await kontor.admin('GET', `${at}?as_of=gestern`)).body.code).toBe('malformed_query');
    await kontor.owner.query('UPDATE specimens SET version = 3 WHERE id = $1', [record.id]);
    const gap = await kontor.admin('GET', `${at}/versions/1`);
    expect([gap.status, gap.body.code]).toEqual([410, 'not_recorded']);
  });
});

describe('law 1 holds for versions', () => {
  test('fields without the guard are absent from versions, plans and history, also in lines', async () => {
    const line = { ...(await records.line(specimens.fields.lines_value!)), cost: '7.00' };
    const made = await records.create(specimens, { brand, values: { margin: '5.00', lines_value: [line] } });
    const at = `/specimens/${made.id}`;
    await kontor.admin('PUT', at, { version: 1, margin: '6.00', lines_value: [{ ...line, cost: '8.00' }] });
    for (const path of ['/versions/1', '/history', `?as_of=${made.created_at}`]) {
      const told = JSON.stringify((await restricted('GET', `${at}${path}`)).body);
      expect([path, /margin|"cost"/.test(told)]).toEqual([path, false]);
      const whole = JSON.stringify((await kontor.admin('GET', `${at}${path}`)).body);
      expect([path, /margin/.test(whole), /"cost"/.test(whole)]).toEqual([path, true, true]);
    }
  });
});
