import { type AnyField, kindOf, message } from '@kontor/shared';

const blank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The first problem of a value as the server would see it, as a message that is not yet put into words. */
export function problemOf(field: AnyField, value: unknown, required?: boolean): string | undefined {
  if (blank(value)) return required ? message('required') : undefined;
  if (kindOf(field).writeOnly && value === true) return undefined;
  const result = kindOf(field).schema(field).safeParse(value);
  return result.success ? undefined : (result.error.issues[0]?.message ?? message('invalid'));
}

/** The value in canonical form (`1234.5` becomes `1234.50`), or as it is when it is not valid yet. */
export function canonical(field: AnyField, value: unknown): unknown {
  if (blank(value)) return null;
  const result = kindOf(field).schema(field).safeParse(value);
  return result.success ? result.data : value;
}

/** The value as people read it; what is not valid yet is shown as it was typed. */
export function textOf(field: AnyField, value: unknown, format: (value: never) => string): string {
  if (blank(value)) return '';
  return kindOf(field).schema(field).safeParse(value).success ? format(value as never) : String(value);
}
