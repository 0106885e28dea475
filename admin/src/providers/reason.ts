import { problemOf } from './httpClient.ts';

/** Every sentence of an answer's `errors`, however deep it stands. */
const sentences = (errors: unknown): string[] =>
  typeof errors === 'string'
    ? [errors]
    : errors && typeof errors === 'object'
      ? Object.values(errors).flatMap(sentences)
      : [];

/**
 * What went wrong where no input can show it: "please check the marked fields" helps nobody who sees no fields, so what
 * the API says about each of them takes its place.
 */
export function reasonOf(error: unknown): string {
  const found = [...new Set(sentences(problemOf(error)?.errors))];
  return found.length > 0 ? found.join(' ') : (error as Error).message;
}
