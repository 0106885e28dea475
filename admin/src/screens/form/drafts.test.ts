import { lines, type Resource, secret, text } from '@kontor/shared';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  draftKey,
  dropDraft,
  dropOwnDraft,
  keepable,
  readDraft,
  restorable,
  sweepDrafts,
  writeDraft,
} from './drafts.ts';
import { draftId } from './prefilled.ts';
import { changesOf, type Values } from './values.ts';

const child: Resource = {
  name: 'accesses',
  label: { de: ['Zugang', 'Zugänge'] },
  title: ['name'],
  fields: { name: text('Name'), password: secret('Passwort') },
};
const resource: Resource = {
  name: 'systems',
  label: { de: ['System', 'Systeme'] },
  title: ['name'],
  fields: {
    name: text('Name'),
    key: secret('Schlüssel'),
    accesses: lines('Zugänge', { of: 'accesses', by: 'system' }),
  },
};

/** A storage of a browser. */
function box(kept = new Map<string, string>()) {
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
const draft = { at: now, version: 3, values: { name: 'B' } };
const key = draftKey('anna', 'systems', '1');

describe('a draft', () => {
  let storage: ReturnType<typeof box>;
  beforeEach(() => {
    storage = box();
    writeDraft(storage, key, draft);
  });

  it('is found again by its user, record and resource, and by nobody else', () => {
    expect(readDraft(storage, key, now + day)).toEqual(draft);
    for (const other of [draftKey('ben', 'systems', '1'), draftKey('anna', 'systems', '2'), draftKey('anna', 'x', '1')])
      expect(readDraft(storage, other, now)).toBeUndefined();
  });

  it('goes when it is dropped, and after 30 days', () => {
    expect(readDraft(storage, key, now + 30 * day)).toBeUndefined();
    storage.setItem('kontor.signed_in', 'yes');
    sweepDrafts(storage, now + 29 * day);
    expect(storage.kept.size).toBe(2);
    sweepDrafts(storage, now + 30 * day);
    expect([...storage.kept.keys()]).toEqual(['kontor.signed_in']);
    writeDraft(storage, key, draft);
    dropDraft(storage, key);
    expect(readDraft(storage, key, now)).toBeUndefined();
  });

  it('is not forgotten by a tab that did not write it', () => {
    for (const at of [now - 1, undefined]) dropOwnDraft(storage, key, at);
    expect(readDraft(storage, key, now)).toEqual(draft);
    dropOwnDraft(storage, key, now);
    expect(readDraft(storage, key, now)).toBeUndefined();
  });

  it('does no harm when it can not be read', () => {
    for (const broken of ['{', '7', 'null', '{"at":1}']) {
      storage.setItem(key, broken);
      expect(readDraft(storage, key, now)).toBeUndefined();
    }
  });

  it('is given up in a browser that is full or keeps nothing', () => {
    const refuse = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    const full = { ...box(), getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, length: 1 };
    for (const storage of [full, undefined]) {
      writeDraft(storage, key, draft);
      dropDraft(storage, key);
      sweepDrafts(storage, now);
      expect(readDraft(storage, key, now)).toBeUndefined();
    }
  });
});

describe('what is kept and put back', () => {
  const changes = {
    name: 'B',
    key: 'geheim',
    accesses: [{ id: 'a', name: 'x', password: 'geheim' }, { password: true }],
  };

  it('has no secret', () => {
    expect(keepable(resource, changes, () => child)).toEqual({
      name: 'B',
      accesses: [{ id: 'a', name: 'x' }, { password: true }],
    });
  });

  it('has to wait until it is known what is in the rows', () =>
    expect(keepable(resource, changes, () => undefined)).toBeUndefined());

  it('is what differs from the record and has a place in the form', () => {
    const before: Values = { id: '1', name: 'A', note: 'n' };
    const put = (values: Values) => restorable({ ...draft, values }, before, (next) => changesOf(before, next));
    expect(put({ name: 'B', gone: 'x' })).toEqual({ name: 'B' });
    expect(put({ name: 'A' })).toEqual({});
  });
});

it('new records of different origin have drafts of their own', () => {
  const ids = [
    draftId({ search: '', state: null }),
    draftId({ search: '?source={"customer_id":"1"}', state: null }),
    draftId({ search: '?source={"customer_id":"2"}', state: null }),
    draftId({ search: '', state: { record: { id: '1' } } }),
  ];
  expect(ids[0]).toBe('new');
  expect(new Set(ids).size).toBe(4);
});
