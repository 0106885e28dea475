import { expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import { addressPathLabel, ruleAddressPaths } from './rule_paths.ts';

const around = {
  resource: (name: string) => model.resources.get(name),
  incoming: (name: string) =>
    model.incoming(name).map(({ resource, field, kind }) => ({ resource: resource.name, field, kind })),
  subjects: model.subjects,
};
const paths = (name: string) => ruleAddressPaths(model.get(name), around);
const label = (name: string, path: string, locale: 'de' | 'en' = 'de') =>
  addressPathLabel(paths(name).get(path)!, model.get(name), locale);

test('addresses one step away, by what a record refers to and by who refers to that', () => {
  expect([...paths('contacts').keys()]).toEqual(
    expect.arrayContaining(['customer_id.email', 'customer_id.owner_id', 'customer_id.contacts.customer_id.email']),
  );
  expect([...paths('tasks').keys()]).toEqual(
    expect.arrayContaining([
      'subject.customers.email',
      'subject.customers.owner_id',
      'subject.customers.contacts.customer_id.email',
      'subject.contacts.email',
    ]),
  );
  expect([...paths('customers').keys()]).toContain('contacts.customer_id.email');
  // those whom a list names, and the people of a training through the contact of each enrolment
  expect([...paths('trainings').keys()]).toEqual(expect.arrayContaining(['contact_id.email', 'trainer_ids.email']));
  expect([...paths('trainings').keys()].filter((path) => path.startsWith('requested_trainer_ids'))).toEqual([]);
  expect([...paths('enrolments').keys()]).toContain('contact_id.email');
});

test('not the fields of the house, nor what lies further away or is not for rules', () => {
  for (const name of ['contacts', 'tasks', 'customers', 'documents']) {
    const all = [...paths(name).keys()];
    expect(all.filter((path) => /created_by|updated_by|users\./.test(path))).toEqual([]);
    expect(all.filter((path) => path.length > 120)).toEqual([]);
  }
  expect([...paths('contacts').keys()].some((path) => path.startsWith('owner_id'))).toBe(false);
});

test('what they are called', () => {
  expect(label('contacts', 'customer_id.owner_id')).toBe('Kunde → Betreuung');
  expect(label('contacts', 'customer_id.contacts.customer_id.email')).toBe('Kunde → Kontakte: E-Mail');
  expect(label('customers', 'contacts.customer_id.email', 'en')).toBe('Contacts: Email');
  expect(label('trainings', 'trainer_ids.email')).toBe('Trainer → E-Mail');
  expect(label('tasks', 'subject.customers.email')).toMatch(/ \(Kunde\) → E-Mail$/);
});
