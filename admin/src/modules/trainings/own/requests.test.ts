import { expect, test } from 'vitest';
import { requestsOf } from './requests.ts';

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
