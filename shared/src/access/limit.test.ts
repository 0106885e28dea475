import fc from 'fast-check';
import { expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { matches } from './condition.ts';
import { asRows, decide, type Operation } from './decide.ts';
import { limited, neverByKey, opensLimit } from './limit.ts';
import type { Grant } from './roles.ts';

const tasks = model.get('tasks');
const grants = fc.array(
  fc.record(
    {
      pattern: fc.constantFrom('*', 'tasks', '*.read', 'tasks.update', 'customers'),
      scope: fc.constantFrom(['brand'], ['assigned'], ['all'], ['brand', 'all']),
      brands: fc.constantFrom(['a'], ['b'], ['a', 'b']),
      deny: fc.constantFrom(true, false, false),
    },
    { requiredKeys: ['pattern'] },
  ) as fc.Arbitrary<Grant>,
);

test('through a limit goes exactly what both allow', () => {
  const user = { id: 'me', brand_ids: ['a'], roles: [] };
  const row = fc.record({
    brand_id: fc.constantFrom(null, 'a', 'b'),
    assignee_id: fc.constantFrom(null, 'me', 'you'),
  });
  fc.assert(
    fc.property(grants, grants, fc.constantFrom<Operation>('read', 'update'), row, (own, key, operation, record) => {
      const allows = (some: readonly Grant[]) => matches(asRows(decide(some, tasks, operation)), record, user);
      const through = limited(decide(own, tasks, operation), { grants: key }, tasks, operation);
      expect(matches(asRows(through), record, user)).toBe(allows(own) && allows(key));
    }),
  );
});

test('some things go through none, however wide', () => {
  const everything = { grants: [{ pattern: '*', guards: ['*'] }] };
  for (const [resource, operation] of [
    ['api_keys', 'read'],
    ['user_identities', 'read'],
    ['sign_in_rules', 'update'],
    ['users', 'update'],
    ['users', 'action.set_password'],
    ['roles', 'create'],
    ['record_grants', 'delete'],
  ] as const)
    expect([resource, limited('all', everything, model.get(resource), operation)]).toEqual([resource, 'none']);
  expect(limited('all', everything, model.get('users'), 'read')).toBe('all');
  for (const { pattern } of neverByKey) expect(model.resources.has(pattern.split('.')[0]!)).toBe(true);
});

test('guarded fields need both', () => {
  expect(opensLimit(undefined, 'margin', tasks, 'read')).toBe(true);
  expect(opensLimit({ grants: [{ pattern: '*' }] }, 'margin', tasks, 'read')).toBe(false);
  expect(opensLimit({ grants: [{ pattern: '*' }] }, undefined, tasks, 'read')).toBe(true);
  expect(opensLimit({ grants: [{ pattern: '*', guards: ['*'] }] }, 'margin', tasks, 'read')).toBe(true);
});
