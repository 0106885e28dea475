import { expect, test } from 'vitest';
import { brokenOf } from './brokenOf.ts';

test('a screen is broken by each question without an answer, and all of them are asked anew', () => {
  const asked: string[] = [];
  const question = (name: string, data?: unknown, error?: Error) => ({
    ...(data === undefined ? {} : { data }),
    error: error ?? null,
    refetch: async () => asked.push(name),
  });
  expect(brokenOf(question('waits'), question('there', 1), question('old', 1, new Error('later')))).toBeUndefined();
  const broken = brokenOf(
    question('there', 1),
    question('a', undefined, new Error('first')),
    question('b', undefined, new Error('second')),
  );
  expect(broken?.error).toEqual(new Error('first'));
  broken?.retry();
  expect(asked).toEqual(['a', 'b']);
});
