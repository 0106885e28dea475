import { propertiesOf, type Resource } from '@kontor/shared';
import { customers } from '@kontor/shared/modules/crm/customers';
import { tasks } from '@kontor/shared/modules/work/tasks';
import { describe, expect, it } from 'vitest';
import { drawnEnd, fromDrawnEnd, fromWall, toWall } from '../calendar/times.ts';
import { readable } from '../history/readable.ts';
import { givenNames, relatedFilter, tabbed, tabOf } from './related.ts';
import { showParts } from './showParts.ts';

const customersResource = customers as unknown as Resource;
const tasksResource = tasks as unknown as Resource;

describe('related records', () => {
  const contacts = { resource: 'contacts', field: 'customer_id', kind: 'reference' } as const;
  const addresses = { resource: 'addresses', field: 'party', kind: 'subject' } as const;
  const notes = { resource: 'notes', field: 'subject', kind: 'subject' } as const;
  it('have a tab unless the record shows them as lines; a count is no line', () => {
    expect(tabbed(customersResource, [contacts, addresses, notes], () => true).map(tabOf)).toEqual([
      'contacts.customer_id',
      'notes.subject',
    ]);
    expect(tabbed(customersResource, [contacts, notes], (name) => name === 'notes').map(tabOf)).toEqual([
      'notes.subject',
    ]);
  });
  it('are asked for by the way they point here', () => {
    expect(relatedFilter(contacts, 'customers', '1')).toEqual({ customer_id: '1' });
    expect(relatedFilter(notes, 'customers', '1')).toEqual({ subject_resource: 'customers', subject_id: '1' });
    expect(relatedFilter({ ...contacts, kind: 'references' }, 'customers', '1')).toEqual({ customer_id: ['1'] });
    expect(givenNames(notes)).toContain('subject_id');
  });
});

describe('the page of a record', () => {
  it('shows sections as in the form and beside them what the house computes', () => {
    const { parts, facts } = showParts(customersResource, 'en', () => true);
    expect(parts.map(({ title }) => title)).toEqual(['Master data', 'How to reach', 'Terms']);
    expect(facts).toEqual([
      'number',
      'contacts_count',
      'open_tasks',
      'created_at',
      'created_by',
      'updated_at',
      'updated_by',
    ]);
    const all = parts.flatMap(({ fields }) => fields);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('history', () => {
  it('joins the halves of a subject, leaves out stamps and what was empty and stays so', () => {
    const changes = [
      { field: 'subject_id', before: null, after: 'k' },
      { field: 'subject_resource', before: null, after: 'customers' },
      { field: 'version', before: 1, after: 2 },
      { field: 'description', before: null, after: '' },
      { field: 'name', before: 'A', after: 'B' },
    ];
    expect(readable(tasksResource, changes).map(({ name, before, after }) => ({ name, before, after }))).toEqual([
      { name: 'name', before: 'A', after: 'B' },
      { name: 'subject', before: null, after: { resource: 'customers', id: 'k' } },
    ]);
    expect(propertiesOf(tasksResource).has('subject_id')).toBe(true);
  });
});

describe('times of a calendar', () => {
  it('run on the wall clock of the company, through the change of the clocks', () => {
    expect(toWall('2026-07-01T12:00:00.000Z', true)).toBe('2026-07-01T14:00:00Z');
    expect(toWall('2026-12-01T12:00:00.000Z', true)).toBe('2026-12-01T13:00:00Z');
    expect(fromWall(new Date('2026-07-01T14:00:00Z'), true)).toBe('2026-07-01T12:00:00.000Z');
    expect(fromWall(new Date('2026-07-01T00:00:00Z'), false)).toBe('2026-07-01');
  });
  it('draw the last day of a period', () => {
    expect(drawnEnd('2026-12-31', false)).toBe('2027-01-01');
    expect(fromDrawnEnd(new Date('2027-01-01T00:00:00Z'), false)).toBe('2026-12-31');
    expect(drawnEnd(null, false)).toBeUndefined();
  });
});
