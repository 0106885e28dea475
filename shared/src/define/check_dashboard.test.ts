import { expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { checkDashboards } from './check_dashboard.ts';
import type { Panel } from './dashboard.ts';
import { defineModel } from './model.ts';

const label = { de: 'x', en: 'x' };
const told = (panel: Panel) =>
  checkDashboards(
    defineModel(
      model.modules.map((module, index) => (index ? { ...module, dashboard: [] } : { ...module, dashboard: [panel] })),
    ),
  ).map((text) => text.replace(/^\w+\.dashboard\[0\]: /, ''));

test('overviews are made of what is declared', () => {
  expect(checkDashboards(model)).toEqual([]);
  expect(told({ show: 'figure', label, of: 'nowhere' })).toEqual(['E119 "nowhere" is not declared']);
  expect(
    told({
      show: 'figure',
      label,
      of: 'tasks',
      filter: { due_on_lt: 'today', 'assignee_id.name': 'x', due_at_lt: 'today' },
    }),
  ).toEqual(['E119 "due_at_lt" is no filter of tasks']);
  expect(told({ show: 'bars', label, of: 'tasks', group: 'state', measures: ['count', 'sum:name'] })).toEqual([
    'E119 "state" is no field of tasks',
    'E119 "name" of tasks can not be summed',
  ]);
  expect(told({ show: 'rows', label, of: 'tasks', columns: ['name', 'nothing'], sort: ['due_on', 'ASC'] })).toEqual([
    'E119 "nothing" is no field of tasks',
  ]);
  const load = { show: 'load', label, of: 'tasks', usual: 20, most: 8 } as const;
  expect(told({ ...load, group: 'assignee_id', days: 'due_on', limit: 'name' })).toEqual([
    'E119 "name" is no number of users',
  ]);
  expect(told({ ...load, group: 'name', days: 'status', limit: 'x' })).toEqual([
    'E119 "name" of tasks is no reference',
    'E119 "status" of tasks has no days',
  ]);
  expect(
    told({
      show: 'shares',
      label,
      of: 'tasks',
      columns: [],
      sort: ['due_on', 'ASC'],
      value: 'version',
      limit: 'places',
    }),
  ).toEqual(['E119 "places" is no field of tasks']);
});
