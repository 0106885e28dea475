import { types } from 'node:util';
import {
  type FieldErrors,
  type Locale,
  labelText,
  type Model,
  message,
  PublicError,
  propertiesOf,
  type Resource,
} from '@kontor/shared';
import { constraintName } from './schema.ts';

interface DriverError extends Error {
  readonly code?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly severity?: string;
  readonly errno?: number;
}

/** What a constraint protects: the input at which its message belongs. */
interface Guarded {
  readonly fields: readonly string[];
  readonly text: (locale: Locale) => string;
}

const memo = new WeakMap<Model, Map<string, Guarded>>();

function guardedConstraints(model: Model): Map<string, Guarded> {
  let all = memo.get(model);
  if (all) return all;
  all = new Map();
  for (const resource of model.resources.values()) {
    const table = resource.name;
    const say = (key: Parameters<typeof message>[0]) => () => message(key);
    for (const property of propertiesOf(resource).values()) {
      const fields = [property.name];
      all.set(constraintName(table, property.name, 'unique'), { fields, text: say('unique') });
      all.set(constraintName(table, property.name, 'check'), { fields, text: say('invalid') });
      all.set(constraintName(table, property.name, 'fkey'), { fields, text: say('reference') });
      all.set(constraintName(table, property.name, 'same'), { fields, text: say('belongs_elsewhere') });
    }
    for (const [name, field] of Object.entries(resource.fields))
      if (field.kind === 'subject')
        all.set(constraintName(table, name, 'check'), { fields: [`${name}_id`], text: say('reference') });
    for (const group of resource.unique ?? [])
      all.set(constraintName(table, ...group, 'unique'), { fields: group.slice(0, 1), text: say('unique') });
    for (const [name, check] of Object.entries(resource.checks ?? {}))
      all.set(constraintName(table, name, 'check'), {
        fields: [check.field],
        text: (locale) => labelText(check.message, name, locale),
      });
    for (const [name, exclusion] of Object.entries(resource.exclusions ?? {}))
      all.set(constraintName(table, name, 'excl'), {
        fields: [exclusion.range[0]],
        text: (locale) => labelText(exclusion.message, name, locale),
      });
  }
  memo.set(model, all);
  return all;
}

const unreachable = /^(08|57P0|53|55P03|57014)/;
const system = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EACCES']);

/** Turns what the driver says into an error for the client. Driver text never leaves; unknown errors stay as they are. */
export function publicError(
  error: unknown,
  model: Model,
  resource: Resource | undefined,
  locale: Locale,
  deleting: boolean,
): unknown {
  if (error instanceof PublicError || !types.isNativeError(error)) return error;
  const { code = '', constraint = '', column, table, message: text } = error as DriverError;
  if (
    unreachable.test(code) ||
    system.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/.test(
      text,
    )
  )
    return new PublicError('unavailable');
  if (code === '40001' || code === '40P01') return new PublicError('busy');
  if (code === 'KN001') return new PublicError('method_not_allowed');
  if (code === 'KN003' || (code === '23503' && deleting) || code === '23001')
    return new PublicError('in_use', undefined, table ? { used_in: table } : undefined);
  if (code === 'KN006') return new PublicError('in_use');
  if (code === 'KN004') return new PublicError('last_administrator');
  if (code === 'KN002') return invalid(resource, table, { [column ?? 'root']: message('reference') }, model);
  if (code === 'KN007') return invalid(resource, table, { [column ?? 'root']: message('circle') }, model);
  const guarded = guardedConstraints(model).get(constraint);
  if (guarded && code.startsWith('23'))
    return invalid(
      resource,
      table,
      Object.fromEntries(guarded.fields.map((name) => [name, guarded.text(locale)])),
      model,
    );
  if (code === '23502') return invalid(resource, table, { [column ?? 'root']: message('required') }, model);
  if (code.startsWith('23') || code.startsWith('22'))
    return new PublicError('invalid', { root: message(code === '23505' ? 'unique' : 'invalid') });
  return error;
}

/** A message of a line's table belongs to the lines field of the record that was written. */
function invalid(
  resource: Resource | undefined,
  table: string | undefined,
  errors: FieldErrors,
  model: Model,
): PublicError {
  if (!resource || !table || table === resource.name) return new PublicError('invalid', errors);
  // what a change here would do to a copy elsewhere is told where it was changed
  const copied = (name: string) => {
    const { fields } = model.get(table);
    const same = fields[name]?.same as string | undefined;
    if (same && fields[name]!.to === resource.name) return same;
    const [by, of] = fields[same ?? name]?.copies ?? [];
    return by && fields[by]!.to === resource.name ? of : undefined;
  };
  if (Object.keys(errors).every(copied))
    return new PublicError(
      'invalid',
      Object.fromEntries(Object.entries(errors).map(([name, text]) => [copied(name)!, text])),
    );
  const owner = model.owners(table).find((o) => o.resource.name === resource.name);
  return new PublicError('invalid', { [owner?.field ?? 'root']: Object.values(errors)[0]! });
}
