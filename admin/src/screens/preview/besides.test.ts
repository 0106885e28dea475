import { expect, test } from 'vitest';
import type { WouldChange } from '../../providers/dataProvider.ts';
import { besides } from './besides.ts';

const change = (resource: string, operation: WouldChange['operation']): WouldChange => ({
  resource,
  operation,
  id: crypto.randomUUID(),
  title: null,
  changes: [],
  named: [],
});

test('what happens elsewhere is counted by place and kind, the most first', () => {
  const changes = [
    change('customers', 'purge'),
    change('tasks', 'update'),
    change('notes', 'purge'),
    change('notes', 'purge'),
    change('notes', 'update'),
  ];
  expect(besides(changes, 'customers')).toEqual([
    { resource: 'notes', operation: 'purge', count: 2 },
    { resource: 'tasks', operation: 'update', count: 1 },
    { resource: 'notes', operation: 'update', count: 1 },
  ]);
  expect(besides(changes.slice(0, 1), 'customers')).toEqual([]);
});
