import type { Resource } from '@kontor/shared';
import { notes } from '@kontor/shared/modules/communication/notes';
import { contacts } from '@kontor/shared/modules/crm/contacts';
import { customers } from '@kontor/shared/modules/crm/customers';
import { trainings } from '@kontor/shared/modules/trainings/trainings';
import { tasks } from '@kontor/shared/modules/work/tasks';
import { expect, describe as group, it } from 'vitest';
import { fill } from '../../app/texts.ts';
import { combined, grouped } from './bulk/changes.ts';
import { inParts } from './bulk/selection.ts';
import { embedsOf, isEditable, isSortable, isSummable, listFields } from './columns/fields.ts';
import { keepKnown } from './columns/keepKnown.ts';
import { moved } from './columns/moved.ts';
import {
  describe,
  groupFilter,
  innerGroups,
  isNarrowed,
  keysOf,
  throughOf,
  withEntries,
  withoutGroup,
} from './filters/entries.ts';
import { idsByResource } from './filters/idsByResource.ts';
import { parseFilter } from './filters/useFilterInAddress.ts';
import { mendedAddress } from './mendedAddress.ts';
import { quickField } from './quick/quickField.ts';
import { afterToggle, rangeOf } from './table/selection.ts';
import { isCurrent, viewSearch } from './views/savedView.ts';
import { viewPath } from './views/viewPath.ts';
import { words as listWords } from './words.ts';

const open = () => true;
const words = {
  from: 'ab',
  to: 'bis',
  over: 'über',
  under: 'unter',
  contains: 'enthält',
  empty: 'leer',
  filled: 'ausgefüllt',
};
const customersResource = customers as Resource;
const tasksResource = tasks as unknown as Resource;

group('columns', () => {
  it('offers what travels with a row, not lines and not the trash', () => {
    const names = listFields(customersResource, open);
    expect(names).toContain('brand_ids');
    expect(names).toContain('created_by');
    expect(names).not.toContain('addresses');
    expect(names).not.toContain('deleted_at');
    expect(names).not.toContain('id');
  });
  it('hides fields behind a closed guard', () => {
    const guarded = {
      ...customersResource,
      fields: { ...customers.fields, credit_limit: { ...customers.fields.credit_limit, guard: 'figures' } },
    };
    expect(listFields(guarded as Resource, (guard) => guard === undefined)).not.toContain('credit_limit');
  });
  it('knows what sorts, sums, embeds and can be changed', () => {
    expect(isSortable(customersResource, 'owner_id')).toBe(true);
    expect(isSortable(customersResource, 'brand_ids')).toBe(false);
    expect(isSortable(tasksResource, 'subject')).toBe(true);
    expect(isSummable(customersResource, 'credit_limit')).toBe(true);
    expect(isSummable(customersResource, 'version')).toBe(false);
    expect(embedsOf(tasksResource, ['name', 'subject', 'assignee_id', 'created_by', 'tag_ids'])).toEqual([
      'subject',
      'assignee_id',
      'created_by',
      'tag_ids',
    ]);
    expect(isEditable(tasksResource, 'due_on')).toBe(true);
    expect(isEditable(tasksResource, 'status')).toBe(false);
    expect(isEditable(customersResource, 'number')).toBe(false);
  });
  it('keeps a remembered choice as far as its fields are still there', () => {
    expect(keepKnown(['b', 'gone', 'a', 'b'], ['a', 'b', 'c'], ['c'])).toEqual(['b', 'a']);
    expect(keepKnown(['gone'], ['a', 'b'], ['b'])).toEqual(['b']);
    expect(keepKnown(null, ['a', 'b'], ['x'])).toEqual(['a', 'b']);
  });
  it('moves a column', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});

group('filters', () => {
  const fields = listFields(tasksResource, open);
  const values = {
    q: 'x',
    status: ['open', 'waiting'],
    due_on_gte: '2026-01-01',
    due_on_lte: '2026-01-31',
    subject_resource: 'customers',
    subject_id: 'k',
    'brand_id.name': 'A',
  };
  const groups = groupFilter(tasksResource, values, fields);

  it('groups entries by field; a question through a reference stands for itself', () => {
    expect(groups.map(({ name }) => name)).toEqual(['status', 'due_on', 'subject', 'brand_id.name']);
    expect(groups[1]!.entries.map(({ operator }) => operator)).toEqual(['gte', 'lte']);
    expect(groups[3]!.field).toBeUndefined();
  });
  it('names a hidden field that is asked for', () => {
    const { field, name, entries } = groupFilter(trainings, { missing_participants_gt: 0 }, [])[0]!;
    expect([name, field?.kind, entries[0]!.operator]).toEqual(['missing_participants', 'expression', 'gt']);
  });
  it('does not take a longer name for an operator', () => {
    expect(
      groupFilter(customersResource, { contacts_count_gte: 1 }, listFields(customersResource, open))[0]!.name,
    ).toBe('contacts_count');
  });
  it('reads what is asked through a reference as one group of the record that it asks', () => {
    const asked = { status: 'open', 'customer_id.created_at_gte': 'today', 'customer_id.created_at_lte': 'today+14' };
    expect(throughOf(asked)).toEqual(['customer_id']);
    const [created, ...more] = innerGroups(asked, 'customer_id', customersResource);
    expect([created!.name, created!.through, more]).toEqual(['created_at', 'customer_id', []]);
    expect(describe(created!, 'de', words, () => undefined)).toBe('liegt in den nächsten 14 Tagen');
    expect(keysOf(created!)).toEqual(['customer_id.created_at_gte', 'customer_id.created_at_lte']);
    expect(withoutGroup(asked, created!)).toEqual({ status: 'open' });
  });
  it('says what is asked', () => {
    expect(describe(groups[0]!, 'de', words, () => undefined)).toBe('Offen, Wartet');
    expect(describe(groups[1]!, 'de', words, () => undefined)).toBe('ab 01.01.2026 bis 31.01.2026');
    const ilike = groupFilter(tasksResource, { name_ilike: '%100\\%%' }, fields)[0]!;
    expect(describe(ilike, 'de', words, () => undefined)).toBe('enthält „100%“');
    const empty = groupFilter(tasksResource, { assignee_id_null: true }, fields)[0]!;
    expect(describe(empty, 'de', words, () => undefined)).toBe('leer');
    const who = groupFilter(tasksResource, { assignee_id: ['u1'] }, fields)[0]!;
    expect(describe(who, 'de', words, (id) => (id === 'u1' ? 'Anna Berger' : undefined))).toBe('Anna Berger');
  });
  it('says days for instants: the end is midnight after the last day', () => {
    const instants = groupFilter(
      tasksResource,
      { created_at_gte: '2026-06-30T22:00:00.000Z', created_at_lt: '2026-07-31T22:00:00.000Z' },
      fields,
    )[0]!;
    expect(describe(instants, 'de', words, () => undefined)).toBe('ab 01.07.2026 bis 31.07.2026');
  });
  it('asks for the titles of the records it names', () => {
    expect(
      idsByResource(
        groupFilter(
          tasksResource,
          { assignee_id: ['u1', 'u2'], subject_resource: 'customers', subject_id: 'k', brand_id_null: true },
          fields,
        ),
      ),
    ).toEqual({ users: ['u1', 'u2'], customers: ['k'] });
  });
  it('sets and removes entries', () => {
    expect(withEntries({ status: 'open' }, { status: undefined, q: '', tag_ids: [], active: false })).toEqual({
      active: false,
    });
    expect(Object.keys(withoutGroup(values, groups[1]!))).not.toContain('due_on_lte');
    expect(isNarrowed({ _trash: true })).toBe(false);
    expect(isNarrowed({ q: 'x' })).toBe(true);
  });
  it('survives a broken address', () => {
    expect(parseFilter('{"a":')).toEqual({});
    expect(parseFilter('[1]')).toEqual({});
    expect(parseFilter('{"a":1}')).toEqual({ a: 1 });
  });
});

group('selection', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  it('takes a range in both directions', () => {
    expect(rangeOf(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(ids, undefined, 'b')).toEqual(['b']);
    expect(rangeOf(ids, 'gone', 'b')).toEqual(['b']);
  });
  it('selects and clears by the state of the clicked row', () => {
    expect(afterToggle(['a'], ids, 'a', 'c', true)).toEqual(['a', 'b', 'c']);
    expect(afterToggle(['a', 'b', 'c'], ids, 'a', 'c', true)).toEqual([]);
    expect(afterToggle(['x'], ids, undefined, 'b', false)).toEqual(['x', 'b']);
  });
});

group('changes of many', () => {
  it('combines list values', () => {
    expect(combined(['a'], ['a', 'b'], 'add')).toEqual(['a', 'b']);
    expect(combined(['a', 'b'], ['a'], 'remove')).toEqual(['b']);
    expect(combined(null, ['a'], 'replace')).toEqual(['a']);
  });
  it('asks once per value', () => {
    const changes = grouped(
      [
        { id: 1, s: 'x' },
        { id: 2, s: 'y' },
        { id: 3, s: 'x' },
      ],
      ({ s }) => ({ s }),
    );
    expect(changes).toEqual([
      { ids: [1, 3], values: { s: 'x' } },
      { ids: [2], values: { s: 'y' } },
    ]);
  });
});

group('quick create', () => {
  it('is offered where one line names a record', () => {
    expect(quickField(tasksResource, [])).toBe('name');
    expect(quickField(notes as unknown as Resource, ['subject'])).toBe('body');
  });
  it('is not offered where more is needed', () => {
    expect(quickField(notes as unknown as Resource, [])).toBeUndefined();
    expect(quickField(contacts as unknown as Resource, ['customer_id'])).toBeUndefined();
  });
});

group('saved views', () => {
  const state = { filter: { status: 'open', q: 'a' }, sort: ['name', 'ASC'] as const, perPage: 25, columns: ['name'] };
  it('recognises the list as it stands, whatever the order of the filter', () => {
    const view = {
      id: '1',
      name: 'V',
      resource: 'tasks',
      shared: false,
      created_by: 'u',
      view: { ...state, filter: { q: 'a', status: 'open' } },
    };
    expect(isCurrent(view, state)).toBe(true);
    expect(isCurrent({ ...view, view: { ...state, columns: ['status'] } }, state)).toBe(false);
  });
  it('becomes an address', () => {
    expect(new URLSearchParams(viewSearch({ filter: {} }, state)).get('filter')).toBe('{}');
    expect(viewPath('tasks', 'board', { a: 1 })).toBe('/tasks/board?filter=%7B%22a%22%3A1%7D');
  });
});

group('addresses', () => {
  const mended = (search: string) =>
    mendedAddress(new URLSearchParams(search), 100, (field) => field === 'name')?.toString();
  it('leaves alone what a list can be opened with', () => {
    expect(mended('perPage=30&sort=name&order=DESC&filter={}')).toBeUndefined();
    expect(mended('')).toBeUndefined();
  });
  it('takes the largest page for a larger one, and the usual one for no number', () => {
    expect(mended('perPage=100000&page=2')).toBe('perPage=100&page=2');
    expect(mended('perPage=viele&page=2')).toBe('page=2');
  });
  it('falls back to the usual order', () => {
    expect(mended('sort=gone&order=ASC&page=2')).toBe('page=2');
    expect(mended('sort=name&order=up&page=2')).toBe('page=2');
  });
});

group('requests for many', () => {
  it('ask for a thousand ids each', () => {
    const ids = Array.from({ length: 2500 }, (_, at) => at);
    expect(inParts(ids).map((part) => part.length)).toEqual([1000, 1000, 500]);
    expect(inParts(ids).flat()).toEqual(ids);
    expect(inParts([])).toEqual([]);
  });
});

group('what a list says about many records', () => {
  it('writes numbers as the language does, and chooses words by the number itself', () => {
    expect(fill(listWords.change_many.de, { count: 1500 })).toBe('1.500 Einträge ändern');
    expect(fill(listWords.change_many.en, { count: 1500 }, 'en')).toBe('Change 1,500 records');
    expect(fill(listWords.change_many.de, { count: 1 })).toBe('1 Eintrag ändern');
  });
});
