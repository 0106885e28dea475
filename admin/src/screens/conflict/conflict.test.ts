import { describe, expect, it } from 'vitest';
import { tasks } from '../form/fixtures.ts';
import { chosenValues, disputed } from './conflict.ts';

const conflict = {
  version: 7,
  base: { subject_id: null, subject_resource: null, name: 'a' },
  yours: { subject_id: '1', subject_resource: 'customers', name: 'b' },
  theirs: { subject_id: '2', subject_resource: 'contacts', name: 'c' },
};

describe('a conflict', () => {
  it('is shown by field, in the order of the declaration', () => {
    expect(disputed(tasks, conflict)).toEqual([
      { field: 'name', names: ['name'] },
      { field: 'subject', names: ['subject_id', 'subject_resource'] },
    ]);
  });

  it('is resolved by field, both halves of a subject together', () => {
    expect(chosenValues(conflict, disputed(tasks, conflict), { subject: 'theirs' })).toEqual({
      name: 'b',
      subject_id: '2',
      subject_resource: 'contacts',
    });
  });
});
