import { type AnyField, kindOf, propertyNames, type Resource } from '@kontor/shared';
import { today } from '../../kinds/common/filters.ts';
import { isTyped } from './layout.ts';

export type Values = Record<string, any>;

/** The value of a field when nothing has been typed. */
const nothing = (field: AnyField): unknown => {
  const [column] = kindOf(field).columns(field, '');
  if (!column || column.type === 'text[]') return [];
  return column.type === 'boolean' ? false : null;
};

/** The value with which a new record starts: the declared constant, or today, now, or the user. */
export function startValue(field: AnyField, userId: string): unknown {
  const given = field.default as unknown;
  if (given === undefined) return nothing(field);
  const from = (given as { from?: string } | null)?.from;
  const resolved: Record<string, () => unknown> = {
    today,
    now: () => new Date().toISOString(),
    current_user: () => userId,
  };
  return from && resolved[from] ? resolved[from]() : given;
}

/** Values of a new record. Every wire name is there, so that "changed" can be told from "never touched". */
export function startValues(resource: Resource, userId: string): Values {
  const values: Values = {};
  for (const [name, field] of Object.entries(resource.fields)) {
    if (!isTyped(field)) continue;
    const names = propertyNames(resource, name);
    if (names.length === 1) values[name] = startValue(field, userId);
    else for (const half of names) values[half] = null;
  }
  return values;
}

/** The brand that one works in, in the fields by which a record belongs to one. */
export function brandValues(resource: Resource, brand: string | undefined): Values {
  const scope = JSON.stringify(resource.scopes?.brand ?? {});
  return Object.fromEntries(
    Object.entries(resource.fields)
      .filter(([name, field]) => brand && field.to === 'brands' && isTyped(field) && scope.includes(`"${name}"`))
      .map(([name, field]) => [name, field.kind === 'references' ? [brand] : brand]),
  );
}

/** The values of a record for its form, without stamps and titles. */
export function formValues(resource: Resource, record: Values): Values {
  const values = startValues(resource, '');
  for (const name of Object.keys(values)) {
    const field = resource.fields[name];
    values[name] = record[name] ?? (field ? nothing(field) : null);
  }
  values.id = record.id;
  return values;
}

/** What steps ask for is said of the record that takes them: a copy has no invoice yet, and no reason to be cancelled. */
const askedBySteps = ({ workflow }: Resource): ReadonlySet<string> =>
  new Set(Object.values(workflow?.transitions ?? {}).flatMap(({ input = [] }) => input));

/**
 * The values of a record for a new one like it: numbers are drawn anew, unique values and children lose their identity, and
 * what steps ask for is asked again.
 */
export function copyValues(resource: Resource, record: Values): Values {
  const values = formValues(resource, record);
  delete values.id;
  const asked = askedBySteps(resource);
  for (const [name, field] of Object.entries(resource.fields)) {
    if (!(name in values)) continue;
    if (field.unique || kindOf(field).writeOnly || asked.has(name)) values[name] = nothing(field);
    else if (isLines(field) && Array.isArray(values[name]))
      values[name] = values[name].map((row: Values) => typedLine(field, row));
  }
  return values;
}

const stamps = new Set(['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', '_embedded']);

/** What was typed in a child: without stamps, titles and the link to its parent, which the server sets. */
const typedLine = (field: AnyField, row: Values): Values =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => !stamps.has(name) && ![field.by, `${field.by}_resource`, `${field.by}_id`].includes(name),
    ),
  );

const isLines = (field: AnyField | undefined): boolean => Boolean(field?.by && field.of);

/** Values as they are sent: children with their id and what was typed in them. */
export const wireValues = (resource: Resource, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = resource.fields[name];
      return field && isLines(field) && Array.isArray(value)
        ? [name, value.map((row: Values) => ({ ...(row.id ? { id: row.id } : {}), ...typedLine(field, row) }))]
        : [name, value];
    }),
  );

/** Equal on the wire: nothing, null and empty text are the same; stamps and titles do not count. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const plain = (value: unknown): unknown => {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, part]) => (name === 'id' || !stamps.has(name)) && part !== null && part !== undefined && part !== '',
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, plain(part)]),
  );
};

/** What has changed, by wire name. Only this is sent, so that disjoint changes of two people can be merged. */
export function changesOf(before: Values, after: Values): Values {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => name !== 'id' && !same(before[name], value))
      .map(([name, value]) => [name, value === undefined || value === '' ? null : value]),
  );
}

/** What a new record sends: everything that is not empty. */
export const filledOf = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        name !== 'id' &&
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
