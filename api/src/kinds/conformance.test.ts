import { type AnyField, isKept, type KindName, kindOf, kinds, type Operator, propertyNames } from '@kontor/shared';
import { specimenModel, specimens } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { isSettable, Records } from '../testing/records.ts';

let kontor: TestKontor;
let records: Records;
const stamp = async () => undefined;
const behaviours = { specimens: { actions: { stamp } } };
beforeAll(async () => {
  kontor = await startTestKontor({ model: specimenModel, behaviours });
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const fields = Object.entries(specimens.fields as Record<string, AnyField>);
const ofKind = (kind: string) => fields.filter(([, field]) => field.kind === kind);
const operators: readonly Operator[] = ['gte', 'lte', 'gt', 'lt', 'like', 'ilike', 'null', 'has'];
const query = (filter: unknown) => `/specimens?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,4]`;
const lines10k = `${'Zeile äöü 😀\n'.repeat(700)}`;

/** Values that no client sends in good faith. Some are fine for some kinds; none may break the server. */
const hostile: readonly unknown[] = [
  {},
  [],
  [null],
  [[]],
  [{}],
  true,
  -1,
  1.5,
  1e21,
  2 ** 53,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '0000-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '-0',
  '1e400',
  '9'.repeat(60),
  'NaN',
  'Infinity',
  lines10k,
  { __proto__: null, constructor: 'x' },
  { toString: 'x' },
  '{}',
  "'; DROP TABLE specimens; --",
  '<svg onload=alert(1)>',
];

const create = async (body: object) => {
  const answer = await kontor.admin('POST', '/specimens', body);
  expect({ body: answer.status === 201 ? 'created' : answer.body, sent: body }).toEqual({
    body: 'created',
    sent: body,
  });
  return (await kontor.admin('GET', `/specimens/${answer.body.id}`)).body;
};

/** The samples of a field, with records where the kind refers to some. */
async function samplesOf(name: string, field: AnyField): Promise<{ body: Record<string, unknown>; out: unknown }[]> {
  const samples = kindOf(field).samples(field).valid;
  if (samples.length && isSettable(field))
    return samples.map((sample) => ({ body: { [name]: sample.in }, out: 'out' in sample ? sample.out : sample.in }));
  const body = await records.body({ ...specimens, fields: { [name]: field }, workflow: undefined } as never, {
    full: true,
  });
  return Object.keys(body).length ? [{ body, out: body[name] ?? body[`${name}_id`] }] : [];
}

const sample = async (name: string, field: AnyField) => (await samplesOf(name, field))[0];

test('every kind of the registry has a specimen', () => {
  expect(Object.keys(kinds).filter((kind) => ofKind(kind).length === 0)).toEqual([]);
  expect(fields.map(([, field]) => field.kind).filter((kind) => !(kind in kinds))).toEqual([]);
});

describe.each(Object.keys(kinds) as KindName[])('%s', (kind) => {
  const own = ofKind(kind);
  const settable = own.filter(([, field]) => isSettable(field));

  test('each sample survives validator, database and JSON, is found by an equality filter, and can be cleared', async () => {
    for (const [name, field] of settable)
      for (const { body, out } of await samplesOf(name, field)) {
        const record = await create(body);
        const [first, id = first] = propertyNames(specimens, name) as [string, string?];
        if (kind === 'lines') expect(record[name]).toMatchObject(out as object);
        else expect({ [name]: record[id] }).toEqual({ [name]: out });
        const parsed = kindOf(field).writeOnly ? out : kindOf(field).schema(field).safeParse(record[id]).data;
        if (kind !== 'lines') expect(parsed).toEqual(record[id]);
        if (kindOf(field).operators.includes('eq') && JSON.stringify(record[id]).length < 1000) {
          const found = await kontor.admin('GET', query({ id: record.id, [id]: record[id] }));
          expect(found.status).toBe(200);
          expect(found.body.map((row: any) => row.id)).toContain(record.id);
          const others = await kontor.admin('GET', query({ [id]: record[id] }));
          expect(others.body.every((row: any) => row[id] === record[id])).toBe(true);
        }
        const again = await kontor.admin('PUT', `/specimens/${record.id}`, record);
        expect([again.status, again.body.version]).toEqual([200, 1]);
        const nothing = Object.fromEntries(propertyNames(specimens, name).map((property) => [property, null]));
        const cleared = await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, ...nothing });
        expect([name, cleared.status, cleared.body.errors]).toEqual([name, 200, undefined]);
        const after = (await kontor.admin('GET', `/specimens/${record.id}`)).body[id];
        const empty = ['choices', 'references', 'lines'].includes(kind)
          ? []
          : kind === 'boolean'
            ? (field.default ?? false)
            : null;
        expect({ [name]: after }).toEqual({ [name]: empty });
      }
  });

  test('each invalid value is refused at its field', async () => {
    for (const [name, field] of settable) {
      const id = propertyNames(specimens, name).at(-1)!;
      const extra = kind === 'subject' ? { [`${name}_resource`]: 'specimen_targets' } : {};
      const invalid = kindOf(field)
        .samples(field)
        .invalid.filter((value) => value !== '' || field.required);
      for (const value of invalid) {
        const answer = await kontor.admin('POST', '/specimens', { ...extra, [id]: value });
        expect([name, value, answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([name, value, 422, [id]]);
      }
    }
  });

  test('hostile values are refused at the field or stored, and never break anything', async () => {
    for (const [name, field] of own) {
      const id = propertyNames(specimens, name).at(-1)!;
      const known = await create({});
      await Promise.all(
        hostile.map(async (value) => {
          const text = JSON.stringify({ [id]: value });
          const change = () => kontor.admin('PUT', `/specimens/${known.id}`, `{"version":1,${text.slice(1)}`);
          for (const answer of [
            await kontor.admin('POST', '/specimens', text),
            ...(name === own[0]![0] ? [await change()] : []),
          ]) {
            const refused = [422, 409].includes(answer.status);
            expect([text, refused || answer.status < 300 || answer.status]).toEqual([text, true]);
            if (answer.status === 422) expect([text, Object.keys(answer.body.errors)]).toEqual([text, [id]]);
          }
          if (name !== own[0]![0] || text.length > 1000) return;
          for (const key of [id, ...kindOf(field).operators.map((operator) => `${id}_${operator}`)]) {
            const found = await kontor.admin('GET', query({ [key]: value }));
            expect([key, text, [200, 400].includes(found.status) || found.status]).toEqual([key, text, true]);
          }
        }),
      );
      expect([
        name,
        field.kind,
        (await kontor.admin('GET', '/specimens?range=[0,4]&sort=["created_at","DESC"]')).status,
      ]).toEqual([name, kind, 200]);
    }
  });

  test('declared operators filter, others are refused, and so it is with sorting', async () => {
    for (const [name, field] of own) {
      const given = isSettable(field) ? (await sample(name, field))?.body : {};
      const record = await create(given ?? {});
      const id = propertyNames(specimens, name).at(-1)!;
      const value = record[id];
      const found = async (filter: object) => {
        const answer = await kontor.admin('GET', query({ id: [record.id], ...filter }));
        return answer.status === 200 ? answer.body.length : answer.body.code;
      };
      const declared = kindOf(field).operators;
      const filled = value !== null && !(Array.isArray(value) && value.length === 0);
      for (const operator of operators) {
        const key = `${id}_${operator}`;
        const answer = await found({ [key]: operator === 'null' ? false : operator === 'has' ? value : value });
        if (!declared.includes(operator)) expect([key, answer]).toEqual([key, 'unknown_filter']);
        else if (operator === 'null') expect([key, answer]).toEqual([key, filled ? 1 : 0]);
        else if (!filled) expect([key, answer]).toEqual([key, expect.anything()]);
        else if (operator === 'gt' || operator === 'lt') expect([key, answer]).toEqual([key, 0]);
        else if (operator === 'like' || operator === 'ilike') {
          const pattern = typeof value === 'string' ? value.replace(/[\\%_]/g, (c) => `\\${c}`) : '%';
          if (pattern.length <= 200) expect([key, await found({ [key]: pattern })]).toEqual([key, 1]);
        } else expect([key, answer]).toEqual([key, 1]);
      }
      for (const order of ['ASC', 'DESC']) {
        const sorted = await kontor.admin('GET', `/specimens?sort=${JSON.stringify([id, order])}&range=[0,4]`);
        const may = kindOf(field).sortable || kind === 'reference';
        expect([id, sorted.status]).toEqual([id, may ? 200 : 400]);
      }
    }
  });

  test('what is shown can be read again', () => {
    for (const [name, field] of own)
      for (const { in: sent, out = sent } of kindOf(field).samples(field).valid) {
        const { format, parse, schema, writeOnly } = kindOf(field);
        if (writeOnly || /^(0001|9999)-.*Z$/.test(String(out))) continue;
        for (const locale of ['de', 'en'] as const) {
          const shown = format(out, field, locale);
          expect(typeof shown).toBe('string');
          if (['rich_text', 'lines', 'sequence', 'expression', 'rollup'].includes(kind)) continue;
          const read = parse(shown, field, locale);
          if (kind === 'address' && typeof read === 'string') continue; // an address without a street is not guessed at
          const value = schema(field).safeParse(read);
          const sameMinute = (text: unknown) => (kind === 'datetime' ? format(text, field, locale) : text);
          expect([name, shown, sameMinute(value.data)]).toEqual([name, shown, sameMinute(out)]);
        }
      }
  });
});

test('what is computed is never accepted, but carried along', async () => {
  const record = await create({
    lines_value: [
      { name: 'a', price: '2.50', quantity: '3' },
      { name: 'b', price: '1' },
    ],
  });
  expect(record).toMatchObject({
    rollup_value: '8.50',
    lines_count: 2,
    cheapest: '1.00',
    dearest: '2.50',
    status_value: 'draft',
  });
  for (const [name, field] of fields.filter(([, f]) => !isSettable(f))) {
    const other = name === 'booked_ids' ? [crypto.randomUUID()] : kindOf(field).name === 'status' ? 'gone' : 'anders';
    const answer = await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, [name]: other });
    if (isKept(field)) expect([name, answer.status, answer.body[name]]).toEqual([name, 200, record[name]]);
    else expect([name, answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([name, 422, [name]]);
    const same = await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, [name]: record[name] });
    expect([name, same.status]).toEqual([name, 200]);
  }
});

test('the wall clock of Berlin and the calendar hold at their edges', async () => {
  const record = await create({ date_value: '2028-02-29', datetime_value: '2026-10-25T02:30:00+02:00' });
  expect(record).toMatchObject({ date_value: '2028-02-29', datetime_value: '2026-10-25T00:30:00.000Z' });
  const twice = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
  for (const instant of twice) expect(kinds.datetime.format(instant, {} as never, 'de')).toBe('25.10.2026 02:30');
  expect(kinds.datetime.parse('29.03.2026 02:30')).toBe('2026-03-29T01:30:00.000Z');
  for (const date of ['2027-02-29', '1900-02-29', '2026-04-31'])
    expect((await kontor.admin('POST', '/specimens', { date_value: date })).body.errors).toHaveProperty('date_value');
});
