import { type Condition, type CurrentUser, grantsOf, matches } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Access } from '../engine/access.ts';
import type { Row } from '../engine/context.ts';
import type { TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';
import { conditionSql } from './conditions.ts';
import { parseFilter } from './filters.ts';
import { searchCondition } from './search.ts';
import { allOf, anyOf, inline, join, raw, render, sql } from './sql.ts';

const specimens = model.get('specimens');

describe('pieces of SQL', () => {
  test('nest, and are numbered once', () => {
    const inner = sql`b = ${2} OR c = ${[3, 4]}`;
    const piece = sql`SELECT 1 WHERE a = ${1} AND (${inner}) AND ${raw('d')} = ${null}`;
    expect(render(piece)).toEqual({
      text: 'SELECT 1 WHERE a = $1 AND (b = $2 OR c = $3) AND d = $4',
      values: [1, 2, [3, 4], null],
    });
    expect(render(join([sql`${1}`, sql`${2}`], ', ')).text).toBe('$1, $2');
    expect([render(allOf([])).text, render(anyOf([])).text, render(join([], ',')).text]).toEqual(['true', 'false', '']);
  });

  test('a constant in DDL can not end its quotes', () => {
    expect(inline(sql`a = ${"x'; DROP TABLE y; --"} AND b = ${5} AND c = ANY(${['p', "q'"]})`)).toBe(
      "a = 'x''; DROP TABLE y; --' AND b = 5 AND c = ANY(ARRAY['p', 'q'''])",
    );
  });

  test('equal shapes give equal texts, whatever the values', () => {
    const text = (name: string) =>
      render(conditionSql({ model }, specimens, { text_value: name, bounded: { gte: 1 } }, 't')).text;
    expect(text('a')).toBe(text("b'; --"));
  });

  test('a name that is not declared is a mistake of the code', () => {
    expect(() => conditionSql({ model }, specimens, { 'x"; DROP TABLE y; --': 1 }, 't')).toThrow('is no column');
  });
});

describe('a condition', () => {
  let kontor: TestKontor;
  let rows: Row[];
  let user: CurrentUser;
  beforeAll(async () => {
    kontor = await startSpecimens();
    const records = new Records(kontor);
    const brands = [await records.create(model.get('brands')), await records.create(model.get('brands'))].map(
      (b) => b.id,
    );
    const targets = [
      await records.create(model.get('specimen_targets')),
      await records.create(model.get('specimen_targets')),
    ].map((t) => t.id);
    user = { id: kontor.admin.id, brand_ids: [brands[0]!], roles: [] };
    rows = [];
    for (const bounded of [-5, 0, 3])
      for (const [i, brand_id] of [brands[0], brands[1], null].entries())
        rows.push(
          await records.create(specimens, {
            values: {
              bounded,
              brand_id,
              integer_value: i === 2 ? null : i,
              text_value: [null, 'Äpfel', 'birne'][i],
              date_value: [null, '2026-01-31', '2026-12-31'][i],
              choice_value: [null, 'one', 'two'][i],
              choices_value: [[], ['red'], ['red', 'blue']][i],
              references_value: targets.slice(0, i),
              boolean_value: i === 1,
              owner_id: i === 1 ? kontor.admin.id : null,
            },
          }),
        );
  });
  afterAll(() => kontor.stop());

  test('finds in the database what it finds over a record', async () => {
    const test = <T>(values: readonly T[], more: readonly string[] = []) =>
      fc
        .record(
          {
            eq: fc.constantFrom(...values, null),
            in: fc.subarray([...values]),
            null: fc.boolean(),
            ...Object.fromEntries(more.map((name) => [name, fc.constantFrom(...values)])),
          },
          { requiredKeys: [] },
        )
        .map((t) => t as never);
    const order = ['gte', 'lte', 'gt', 'lt'];
    const one: fc.Arbitrary<Condition> = fc.oneof(
      test([-5, 0, 3, 7], order).map((bounded) => ({ bounded })),
      test([0, 1], order).map((integer_value) => ({ integer_value })),
      test(['Äpfel', 'birne', 'x']).map((text_value) => ({ text_value })),
      test(['2026-01-31', '2026-12-31'], order).map((date_value) => ({ date_value })),
      fc
        .constantFrom('%', 'Ä%', 'ä%', '%rn_', '_____', '%.%', 'b\\irne', '%\\%', '{%|-]', '')
        .chain((pattern) =>
          fc.constantFrom<Condition>({ text_value: { like: pattern } }, { text_value: { ilike: pattern } }),
        ),
      test(['one', 'two']).map((choice_value) => ({ choice_value })),
      fc.constantFrom(true, false).map((boolean_value) => ({ boolean_value })),
      fc.subarray(['red', 'blue', 'green'], { minLength: 1 }).map((has) => ({ choices_value: { has } })),
      fc.constantFrom<Condition>(
        { brand_id: { in: { user: 'brand_ids' } } },
        { owner_id: { eq: { user: 'id' } } },
        { integer_value: { lt: { field: 'bounded' } } },
        { and: [] },
        { or: [] },
      ),
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        one,
        fc.array(tie('condition'), { maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie('condition'), { maxLength: 3 }).map((or) => ({ or })),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(condition, async (c) => {
        const found = await kontor.running.engine.db.query<{ id: string }>(
          sql`SELECT t.id FROM specimens t WHERE ${conditionSql({ model, user }, specimens, c, 't')}`,
        );
        const expected = rows.filter((row) => matches(c, row, user)).map((row) => row.id);
        expect(found.map((row) => row.id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  });

  test('on lists of references multiplies no row', async () => {
    const [, , last] = rows;
    const find = (c: Condition) =>
      kontor.running.engine.db.query<{ id: string }>(
        sql`SELECT t.id FROM specimens t WHERE ${conditionSql({ model, user }, specimens, c, 't')} ORDER BY 1`,
      );
    const both = last!.references_value as string[];
    expect(both).toHaveLength(2);
    expect(await find({ references_value: { has: both } })).toHaveLength(6);
    expect(await find({ references_value: { null: true } })).toHaveLength(3);
    expect(await find({ references_value: { where: { name: { like: '%' } } } })).toHaveLength(6);
    expect(await find({ brand_id: { where: { id: { in: user.brand_ids } } } })).toHaveLength(3);
  });

  test('search finds umlauts in each way of writing, parts, and slips of the pen', async () => {
    const records = new Records(kontor);
    const { id } = await records.create(specimens, { values: { text_value: 'Müller & Großmann Straßenbau' } });
    const find = async (q: string) =>
      (await kontor.running.engine.db.query(sql`SELECT t.id FROM specimens t WHERE ${searchCondition(q, 't')}`)).some(
        (row) => row.id === id,
      );
    for (const q of [
      'Müller',
      'muller',
      'MUELLER',
      'Muler',
      'grossmann',
      'großman',
      'strasse',
      'bau',
      'müller straßenbau',
      '& gross',
    ])
      expect([q, await find(q)]).toEqual([q, true]);
    for (const q of ['Meier', 'xyz', '100%', '_', 'müller meier']) expect([q, await find(q)]).toEqual([q, false]);
  });
});

describe('a filter of a client', () => {
  const access = new Access(model, {
    id: crypto.randomUUID(),
    name: 'x',
    language: 'de',
    roles: ['administrator'],
    grants: grantsOf(['administrator']),
    brand_ids: [],
  });
  const refused = (filter: unknown) => {
    try {
      parseFilter(access, specimens, filter);
      return 'accepted';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('becomes a condition', () => {
    const id = crypto.randomUUID();
    expect(
      parseFilter(access, specimens, {
        text_value: 'a',
        bounded_gte: 1,
        choices_value: ['red'],
        'brand_id.name_ilike': 'x%',
        id: [id.toUpperCase()],
        q: ' Müller ',
        _trash: true,
      }),
    ).toEqual({
      condition: {
        and: [
          { text_value: { eq: 'a' } },
          { bounded: { gte: 1 } },
          { choices_value: { has: ['red'] } },
          { brand_id: { where: { name: { ilike: 'x%' } } } },
          { id: { in: [id] } },
        ],
      },
      q: 'Müller',
      trash: true,
      ids: [id.toUpperCase()],
    });
    expect(grantsOf(['administrator'])).not.toEqual([]);
  });

  test.each([
    [{ nme: 1 }, 'unknown_filter'],
    [{ bounded_like: '1%' }, 'unknown_filter'],
    [{ json_value: { a: 1 } }, 'unknown_filter'],
    [{ secret_value: 'x' }, 'unknown_filter'],
    [{ lines_value: [] }, 'unknown_filter'],
    [{ 'text_value.x': 1 }, 'unknown_filter'],
    [{ 'brand_id.company_id.name': 'x' }, 'unknown_filter'],
    [{ constructor: 1 }, 'unknown_filter'],
    [{ bounded: 'drei' }, 'malformed_query'],
    [{ bounded: [1, 'x'] }, 'malformed_query'],
    [{ text_value_ilike: 5 }, 'malformed_query'],
    [{ text_value_null: 'ja' }, 'malformed_query'],
    [{ brand_id: 'x' }, 'malformed_query'],
    [{ rollup_value_gte: 'viel' }, 'malformed_query'],
    [{ difference: '\0' }, 'malformed_query'],
    [{ q: 5 }, 'malformed_query'],
    ['x', 'malformed_query'],
    [[1], 'malformed_query'],
    [{ rollup_value_gte: 5 }, 'accepted'],
    [{ bounded: '3' }, 'accepted'],
    [{ bounded: null }, 'accepted'],
    [{}, 'accepted'],
    [null, 'accepted'],
  ])('%j: %s', (filter, code) => {
    expect(refused(filter)).toBe(code);
  });
});
