import { expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { isRuled, ruleAddressees, ruleDates, ruleStates, ruleUsers } from './rule_fields.ts';

const tasks = model.get('tasks');
const customers = model.get('customers');

test('rules watch what people work with, not what the house keeps', () => {
  const ruled = [...model.resources.values()].filter(isRuled).map(({ name }) => name);
  expect(ruled).toEqual(expect.arrayContaining(['tasks', 'customers', 'contacts', 'documents']));
  for (const name of ['jobs', 'audit_entries', 'addresses', 'sessions', 'automation_runs', 'automation_actions'])
    expect(ruled).not.toContain(name);
});

test('what a rule can wait for and whom it can mean', () => {
  expect(ruleDates(tasks)).toEqual(['due_on', 'created_at', 'updated_at']);
  expect(ruleUsers(tasks)).toEqual(['assignee_id', 'created_by', 'updated_by']);
  expect(ruleAddressees(customers)).toEqual(['email', 'owner_id', 'created_by', 'updated_by']);
  expect(ruleStates(tasks)).toEqual(['open', 'in_progress', 'waiting', 'done', 'cancelled']);
  expect(ruleStates(customers)).toEqual([]);
});
