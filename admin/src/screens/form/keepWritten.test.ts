import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepWritten } from './keepWritten.ts';

const stored = new Map<string, string>();
let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A form whose one field is `name`. */
function typing() {
  let values: { name?: string } | undefined = {};
  let hear: () => void = () => undefined;
  const form = {
    subscribe: ({ callback }: { callback: () => void }) => {
      hear = callback;
      return () => {
        hear = () => undefined;
      };
    },
  };
  const kept = { at: undefined, text: '{}' };
  const keeping = keepWritten(form as never, kept, {
    key: 'k',
    untouched: '{}',
    read: () => values && { values },
  });
  const type = (next: typeof values) => {
    values = next;
    hear();
  };
  return { type, keeping, become: (next: typeof values) => (values = next) };
}
const name = () => JSON.parse(stored.get('k') ?? '{}').values?.name;

test('what is written is kept in a moment, and forgotten when it is taken back', () => {
  const { type } = typing();
  type({ name: 'a' });
  type({ name: 'ab' });
  expect(name()).toBeUndefined();
  vi.advanceTimersByTime(1000);
  expect(name()).toBe('ab');
  type({});
  vi.advanceTimersByTime(1000);
  expect(stored.size).toBe(0);
});

test('what waits is kept when the page goes and when the form is left, not when it is done', () => {
  const { type, keeping } = typing();
  type({ name: 'a' });
  page.dispatchEvent(new Event('pagehide'));
  expect(name()).toBe('a');
  type({ name: 'b' });
  keeping.stop(true);
  expect(name()).toBe('b');
  const other = typing();
  other.type({ name: 'c' });
  other.keeping.stop(false);
  vi.advanceTimersByTime(1000);
  expect(name()).toBe('b');
});

test('what can not be told yet is asked for again, and what another tab has kept stays', () => {
  const { type, become } = typing();
  type(undefined);
  vi.advanceTimersByTime(450);
  become({ name: 'late' });
  vi.advanceTimersByTime(450);
  expect(name()).toBe('late');
  stored.set('k', JSON.stringify({ at: 1, values: { name: 'other tab' } }));
  type({});
  vi.advanceTimersByTime(1000);
  expect(name()).toBe('other tab');
});
