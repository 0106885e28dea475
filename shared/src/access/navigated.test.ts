import { describe, expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { isNavigated, isNavigatedWidely } from './navigated.ts';
import { type Grant, grantsOf, type RoleName, shippedRoles } from './roles.ts';

const locations = model.get('locations');
const tasks = model.get('tasks');
/** What has a place in the navigation by its declaration, and is there for these grants. */
const listsOf = (grants: readonly Grant[]) =>
  [...model.resources.values()]
    .filter((resource) => !resource.owned && !resource.apart && !resource.server_only && isNavigated(grants, resource))
    .map(({ name }) => name);

describe('what is read for the sake of other records', () => {
  const aside: Grant = { pattern: 'locations.read', aside: true };

  test('has no list, until something else lets it be read', () => {
    expect(isNavigated([aside], locations)).toBe(false);
    expect(isNavigated([{ ...aside, aside: false }], locations)).toBe(true);
    expect(isNavigated([aside, { pattern: '*.read', scope: ['brand', 'all'] }], locations)).toBe(true);
    expect(isNavigated([aside, { pattern: 'locations.read', ids: ['x'] }], locations)).toBe(true);
    // what says nothing of reading, or means no rows, is no list
    expect(isNavigated([aside, { pattern: 'locations.update' }], locations)).toBe(false);
    expect(isNavigated([aside, { pattern: 'locations.read', scope: ['assigned'] }], locations)).toBe(false);
  });

  test('a denial counts here as anywhere', () => {
    const denied: Grant = { pattern: 'locations', deny: true };
    expect(isNavigated([{ pattern: '*' }, denied], locations)).toBe(false);
    expect(isNavigated([{ pattern: '*' }, { ...denied, aside: true }], locations)).toBe(false);
  });
});

test('what is theirs alone is a list, and tells no figures of others', () => {
  const assigned: Grant = { pattern: 'tasks.read', scope: ['assigned'] };
  expect([isNavigated([assigned], tasks), isNavigatedWidely([assigned], tasks)]).toEqual([true, false]);
  expect(isNavigatedWidely([assigned, { pattern: 'tasks.read', ids: ['x'] }], tasks)).toBe(false);
  expect(isNavigatedWidely([assigned, { pattern: 'tasks.read', scope: ['brand'] }], tasks)).toBe(true);
  expect(isNavigatedWidely([assigned, { pattern: '*', brands: ['a'] }], tasks)).toBe(true);
  expect(isNavigatedWidely([{ pattern: '*.read', aside: true }], tasks)).toBe(false);
});

test('a trainer has lists of what is theirs, and nothing else', () => {
  const lists = [
    'trainings',
    'training_sessions',
    'trainer_assignments',
    'trainer_availabilities',
    'tasks',
    'documents',
  ];
  const grants = grantsOf(['trainer']);
  expect(listsOf(grants).toSorted()).toEqual(lists.toSorted());
  expect([...model.resources.values()].filter((resource) => isNavigatedWidely(grants, resource))).toEqual([]);
  expect(listsOf(grantsOf(['trainer', 'auditor']))).toEqual(listsOf(grantsOf(['auditor'])));
});

test('all other roles have a list of whatever they read', () => {
  for (const role of Object.keys(shippedRoles) as RoleName[])
    if (role !== 'trainer') {
      const grants = grantsOf([role]);
      expect(listsOf(grants)).toEqual(listsOf(grants.map(({ aside: _, ...grant }) => grant)));
      expect([role, grants.some(({ aside }) => aside)]).toEqual([role, false]);
    }
});
