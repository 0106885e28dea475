import { HttpError } from 'ra-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const answers: (object | Error)[] = [];
vi.mock('./httpClient.ts', () => ({
  httpClient: async () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return { json: [next] };
  },
}));
vi.mock('./session.ts', () => ({ apiUrl: '/api/v1' }));
vi.mock('./queryClient.ts', () => ({ queryClient: {} }));
const { followJob } = await import('./jobs.ts');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Follows a job that is answered with these, and tells its end and the states that were told. */
async function follow(...told: (object | Error)[]) {
  answers.splice(0, Infinity, ...told);
  const states: string[] = [];
  const end = followJob('1', ({ state }) => states.push(state), new AbortController().signal).then(
    ({ state }) => state,
    (error: Error) => error.message,
  );
  await vi.runAllTimersAsync();
  return [await end, states];
}

test('a job is followed over a server that can not be reached, or is coming up', async () => {
  expect(
    await follow(
      { state: 'running' },
      new Error('no connection', { cause: new TypeError('fetch') }),
      new HttpError('starting', 503),
      { state: 'running' },
      { state: 'done' },
    ),
  ).toEqual(['done', ['running', 'running', 'done']]);
});

test('what the server refuses is told', async () => {
  expect(await follow({ state: 'running' }, new HttpError('gone', 403))).toEqual(['gone', ['running']]);
  expect(await follow(new HttpError('broken', 500))).toEqual(['broken', []]);
  expect(await follow(new TypeError('an error of ours'))).toEqual(['an error of ours', []]);
});
