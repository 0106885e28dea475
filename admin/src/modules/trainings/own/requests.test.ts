import { HttpError } from 'ra-core';
import { expect, test } from 'vitest';
import { isSettled, requestsOf } from './requests.ts';

const asked = (id: string, training_id: string, starts_at: string, answer_until: string | null = null) => ({
  id,
  training_id,
  starts_at,
  answer_until,
  _embedded: { training_id: { id: training_id, title: `T ${training_id}` } },
});

test('requests stand by training, with their sessions in order and the first limit', () => {
  expect(
    requestsOf([
      asked('2', 'a', '2026-12-02T09:00:00Z', '2026-11-30T00:00:00Z'),
      asked('1', 'a', '2026-12-01T09:00:00Z', '2026-11-29T00:00:00Z'),
      asked('3', 'b', '2026-12-05T09:00:00Z'),
    ]).map(({ title, assignments, until }) => [title, assignments.map(({ id }) => id), until]),
  ).toEqual([
    ['T a', ['1', '2'], '2026-11-29T00:00:00Z'],
    ['T b', ['3'], null],
  ]);
});

test('an answer that comes too late is told from one that could not be sent', () => {
  const settled = [
    new HttpError('Diesen Datensatz gibt es nicht (mehr).', 404, { code: 'not_found' }),
    new HttpError('Dieser Schritt ist nicht möglich.', 409, { code: 'transition_refused' }),
  ];
  expect(settled.map(isSettled)).toEqual([true, true]);
  const others = [
    new HttpError('x', 422, { code: 'invalid' }),
    new HttpError('x', 409, { code: 'busy' }),
    new Error('x'),
  ];
  expect(others.map(isSettled)).toEqual([false, false, false]);
});
