import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { type Condition, currentUser, everything, matches, nothing } from './condition.ts';
import { asRows, covers, decide, type Operation, opens } from './decide.ts';
import { type Grant, grantsOf } from './roles.ts';

const customers = model.get('customers');
const tasks = model.get('tasks');

describe('patterns', () => {
  test.each([
    ['*', 'tasks', 'read', true],
    ['tasks', 'tasks', 'transition.complete', true],
    ['tasks.*', 'tasks', 'update', true],
    ['*.read', 'customers', 'read', true],
    ['*.read', 'customers', 'update', false],
    ['tasks.transition', 'tasks', 'transition.complete', true],
    ['tasks.transition.complete', 'tasks', 'transition.cancel', false],
    ['tasks.transition.complete', 'tasks', 'transition', false],
    ['task', 'tasks', 'read', false],
  ])('%s over %s %s: %s', (pattern, resource, operation, expected) => {
    expect(covers(pattern, resource, operation)).toBe(expected);
  });
});

describe('decisions', () => {
  const read = (...grants: Grant[]) => decide(grants, customers, 'read');

  test('missing is denied, a denial wins, several grants widen each other', () => {
    expect(read()).toBe('none');
    expect(read({ pattern: 'tasks' })).toBe('none');
    expect(read({ pattern: '*' })).toBe('all');
    expect(read({ pattern: '*' }, { pattern: 'customers.read', deny: true })).toBe('none');
    expect(read({ pattern: '*', scope: ['brand'] })).toEqual(customers.scopes!.brand);
    expect(read({ pattern: '*', scope: ['brand'] }, { pattern: 'customers', scope: ['own'] })).toEqual({
      or: [customers.scopes!.brand, customers.scopes!.own],
    });
    expect(read({ pattern: '*', scope: ['brand'] }, { pattern: 'customers', scope: ['all'] })).toBe('all');
  });

  test('the first scope counts that the resource declares; none that it declares is no permission', () => {
    expect(read({ pattern: '*', scope: ['assigned', 'own'] })).toEqual(customers.scopes!.own);
    expect(read({ pattern: '*', scope: ['assigned'] })).toBe('none');
    expect(decide([{ pattern: '*', scope: ['brand', 'all'] }], model.get('tags'), 'read')).toBe('all');
    expect(asRows('none')).toBe(nothing);
    expect(asRows('all')).toBe(everything);
  });

  test('a denial takes away the rows of its scope', () => {
    const user = { id: 'me', brand_ids: ['a'], roles: [] };
    const rows = asRows(decide([{ pattern: '*' }, { pattern: '*', deny: true, scope: ['assigned'] }], tasks, 'update'));
    expect(matches(rows, { assignee_id: 'me' }, user)).toBe(false);
    expect(matches(rows, { assignee_id: 'you' }, user)).toBe(true);
    expect(matches(rows, { assignee_id: null }, user)).toBe(true);
  });

  test('a role for one brand counts by the rows of that brand', () => {
    const user = { id: 'me', brand_ids: ['a', 'b'], roles: [] };
    const inB = { brands: ['b'] };
    const seen = (grant: Grant, record: Record<string, unknown>, resource = tasks) =>
      matches(asRows(decide([grant], resource, 'read')), record, user);
    expect(seen({ pattern: '*', ...inB }, { brand_id: 'b' })).toBe(true);
    expect(seen({ pattern: '*', ...inB }, { brand_id: 'a' })).toBe(false);
    expect(seen({ pattern: '*', scope: ['brand'], ...inB }, { brand_id: 'a' })).toBe(false);
    expect(seen({ pattern: '*', scope: ['assigned'], ...inB }, { brand_id: 'b', assignee_id: 'me' })).toBe(true);
    expect(seen({ pattern: '*', scope: ['assigned'], ...inB }, { brand_id: 'a', assignee_id: 'me' })).toBe(false);
    // without brands a role for one brand says nothing, unless its scope says what counts then
    expect(decide([{ pattern: '*', ...inB }], model.get('audit_entries'), 'read')).toBe('none');
    expect(decide([{ pattern: '*', scope: ['brand', 'all'], ...inB }], model.get('tags'), 'read')).toBe('all');
  });

  test('a share is these records and no others', () => {
    const rows = decide([{ pattern: 'customers.read', ids: ['x'] }], customers, 'read');
    expect(rows).toEqual({ id: { in: ['x'] } });
    expect(decide([{ pattern: 'customers.read', ids: ['x'] }], customers, 'update')).toBe('none');
    expect(
      decide(
        [
          { pattern: 'customers.read', ids: ['x'] },
          { pattern: '*', deny: true },
        ],
        customers,
        'read',
      ),
    ).toBe('none');
  });

  test('what is private is nobody else’s, whatever roles say', () => {
    const reminders = model.get('reminders');
    const theirs = { user_id: { eq: currentUser.id } };
    for (const grants of [
      grantsOf(['administrator']),
      grantsOf(['auditor']),
      [{ pattern: '*' }, { pattern: 'reminders.read', scope: ['all'] }],
    ])
      expect(decide(grants, reminders, 'read')).toEqual(theirs);
    expect(decide(grantsOf(['backoffice']), reminders, 'update')).toEqual(theirs);
    expect(decide([{ pattern: 'reminders', ids: ['x'] }], reminders, 'read')).toEqual({
      and: [theirs, { id: { in: ['x'] } }],
    });
    expect(decide([{ pattern: '*' }, { pattern: 'reminders', deny: true }], reminders, 'read')).toBe('none');
  });

  test('guards are opened by grants that name them and reach every row', () => {
    const open = (grants: Grant[], operation: Operation = 'read') => opens(grants, 'margin', customers, operation);
    expect(opens([], undefined, customers)).toBe(true);
    expect(open([{ pattern: '*' }])).toBe(false);
    expect(open([{ pattern: '*', guards: ['salary'] }])).toBe(false);
    expect(open([{ pattern: '*', guards: ['margin'] }])).toBe(true);
    expect(open([...grantsOf(['administrator'])])).toBe(true);
    expect(open([{ pattern: 'tasks', guards: ['margin'] }])).toBe(false);
    // what may be read need not be written
    expect(open([{ pattern: '*' }, { pattern: '*.read', guards: ['margin'] }], 'update')).toBe(false);
    // own rows with the guard and all rows without it: on no row, or sums and sorting would tell
    expect(open([{ pattern: '*' }, { pattern: '*', scope: ['own'], guards: ['margin'] }])).toBe(false);
    expect(open([{ pattern: '*', scope: ['own'], guards: ['margin'] }])).toBe(true);
    expect(
      open([
        { pattern: '*', guards: ['margin'] },
        { pattern: 'customers', deny: true },
      ]),
    ).toBe(false);
  });

  test('more grants without a denial never take anything away', () => {
    const grant = fc.record({
      pattern: fc.constantFrom('*', 'tasks', '*.read', 'tasks.update', 'customers'),
      scope: fc.option(fc.constantFrom(['brand'], ['assigned'], ['all']), { nil: undefined }),
    }) as fc.Arbitrary<Grant>;
    const row = fc.record({
      brand_id: fc.constantFrom(null, 'a', 'b'),
      assignee_id: fc.constantFrom(null, 'me', 'you'),
    });
    const user = { id: 'me', brand_ids: ['a'], roles: [] };
    const allowed = (grants: Grant[], operation: Operation, record: Record<string, unknown>) =>
      matches(asRows(decide(grants, tasks, operation)), record, user);
    fc.assert(
      fc.property(
        fc.array(grant),
        grant,
        fc.constantFrom<Operation>('read', 'update'),
        row,
        (grants, more, operation, record) => {
          if (allowed(grants, operation, record)) expect(allowed([...grants, more], operation, record)).toBe(true);
        },
      ),
    );
  });
});

describe('conditions over a record', () => {
  const user = { id: 'u', brand_ids: ['a', 'b'], roles: [] };
  test.each([
    [{ n: 1 }, { n: 1 }, true],
    [{ n: null }, {}, true],
    [{ n: { gte: 1, lt: 3 } }, { n: 2 }, true],
    [{ n: { gt: 2 } }, { n: null }, false],
    [{ n: { in: { user: 'brand_ids' } } }, { n: 'b' }, true],
    [{ n: { has: { user: 'brand_ids' } } }, { n: ['c', 'a'] }, true],
    [{ n: { has: 'x' } }, { n: [] }, false],
    [{ n: { eq: { user: 'id' } } }, { n: 'u' }, true],
    [{ n: { gt: { field: 'm' } } }, { n: 2, m: 1 }, true],
    [{ n: { null: true } }, { n: 0 }, false],
    [{ n: { null: true } }, { n: [] }, true],
    [{ n: { null: false } }, { n: [] }, false],
    [{ n: { null: false } }, { n: ['a'] }, true],
    [{ not: { n: 1 } }, { n: 1 }, false],
    [{ or: [{ n: 1 }, { m: 1 }] }, { m: 1 }, true],
    [{ and: [{ n: 1 }, { m: 1 }] }, { m: 1 }, false],
    [everything, {}, true],
    [nothing, {}, false],
  ] as [Condition, Record<string, unknown>, boolean][])('%j over %j: %s', (condition, record, expected) => {
    expect(matches(condition, record, user)).toBe(expected);
  });
});
