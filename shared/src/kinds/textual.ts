import { z } from 'zod';
import { message } from '../messages.ts';
import type { Operator } from './kind.ts';

/** What the text-like kinds share: operators, and a base validator that PostgreSQL can always store. */
export const textOperators = [
  'eq',
  'in',
  'like',
  'ilike',
  'null',
  'gte',
  'lte',
  'gt',
  'lt',
] as const satisfies readonly Operator[];

/** A PostgreSQL text holds no NUL and no lone surrogates. */
const storable = (text: string) => !text.includes('\0') && text.isWellFormed();

const storableText = () =>
  z.string({ error: message('text') }).refine(storable, { error: message('control_characters') });

/** Text as it is, with the blanks around it: a password ends as it was typed. */
export const exactText = (max: number, min = 0): z.ZodType<string> =>
  storableText()
    .min(min, { error: message('too_short', { min }) })
    .max(max, { error: message('too_long', { max }) });

/** Trimmed text of 1 to `max` characters; empty text is sent as null by forms. */
export function plainText(max: number, min = 0): z.ZodType<string> {
  return storableText()
    .trim()
    .min(min, { error: message('too_short', { min }) })
    .max(max, { error: message('too_long', { max }) });
}

export const asIs = (value: unknown) => String(value);
export const trimmed = (text: string) => text.trim();
