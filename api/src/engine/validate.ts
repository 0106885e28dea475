import { isDeepStrictEqual } from 'node:util';
import {
  type AnyField,
  type FieldErrors,
  idSchema,
  inZone,
  isKept,
  kindOf,
  message,
  type Operation,
  type Property,
  PublicError,
  propertiesOf,
  propertyNames,
  type Resource,
  schemaOf,
} from '@kontor/shared';
import type { Context, Row, Values } from './context.ts';
import { lineLink } from './get.ts';
import { stored } from './storage.ts';

/** A line to be written: with `current` it is changed, without it is new. */
export interface ValidLine {
  readonly current: Row | undefined;
  readonly valid: Valid;
}

/** What a body means for a record: only what differs from the stored record. */
export interface Valid {
  readonly columns: Values;
  readonly pairs: Record<string, string[]>;
  readonly lines: Record<string, { readonly rows: readonly ValidLine[]; readonly removed: readonly Row[] }>;
  readonly errors: FieldErrors;
  /** Of a new record: what its writer did not say (`complete`). */
  readonly filled?: ReadonlySet<string>;
}

/** Keys of an answer that may come back and mean nothing. */
const ignored = new Set([
  'id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'deleted_by',
  '_embedded',
  'merged',
  'merged_with',
]);

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a body is meant. */
interface Meant {
  /** What it is sent for: whose guards are asked. To create or to update, unless said otherwise. */
  readonly operation?: Operation;
  /** The only fields that may be written (what a transition takes). */
  readonly only?: readonly string[];
  /** What is left out without a word. */
  readonly skip?: ReadonlySet<string>;
}

/**
 * Checks a body against the declaration. `current` is the stored record when one is changed: a key equal to the stored
 * value is always accepted, a changed one is checked.
 */
export function validate(context: Context, resource: Resource, body: unknown, current?: Row, meant: Meant = {}): Valid {
  const { skip } = meant;
  if (!isObject(body)) throw new PublicError('invalid', { root: message('invalid') });
  const result: Valid = { columns: {}, pairs: {}, lines: {}, errors: Object.create(null) };
  const properties = propertiesOf(resource);
  for (const [key, value] of Object.entries(body)) {
    if (ignored.has(key) || skip?.has(key)) continue;
    const property = Object.hasOwn(body, key) ? properties.get(key) : undefined;
    if (!property || !context.access.properties(resource).has(key)) {
      result.errors[key] = message(property ? 'not_permitted' : 'unknown_field');
      continue;
    }
    checkProperty(context, resource, property, value, current, result, meant);
  }
  if (!current) applyDefaults(context, resource, result);
  checkSubjects(context, resource, result, current);
  checkRequired(resource, result, current, skip);
  return result;
}

function checkProperty(
  context: Context,
  resource: Resource,
  property: Property,
  value: unknown,
  current: Row | undefined,
  result: Valid,
  { operation = current ? 'update' : 'create', only }: Meant,
): void {
  const { field, name } = property;
  const kind = kindOf(field);
  const before = current?.[name] ?? null;
  if (value === undefined || isDeepStrictEqual(value, before)) return;
  if (kind.writeOnly && value === true) return;
  // lines are written with their parent, whose permission counts
  if (field.guard && !resource.owned && !context.access.opensFor(resource, operation, field)) {
    result.errors[name] = message('not_permitted');
    return;
  }
  if (isKept(field) && current) return; // may have changed since, without a version of the record
  const left = only && !only.includes(property.fieldName);
  if (field.kind === 'lines' && !field.readOnly) {
    checkLines(context, resource, property, value, current, result);
    if (!left || !result.lines[name]) return;
    delete result.lines[name];
    result.errors[name] = message('read_only');
    return;
  }
  // what a step asks for may be written in it, also what nothing else may write
  const asked = only?.includes(property.fieldName);
  const locked = kind.computed || (field.readOnly && !asked) || (field.kind === 'references' && field.through) || left;
  const status = field.kind === 'status';
  if (locked && !current && (value === null || (status && value === resource.workflow?.initial))) return;
  if (locked) {
    result.errors[name] = message(status ? 'by_transition' : 'read_only');
    return;
  }
  const read = value === null || value === '' ? { data: null } : readValue(property, value);
  if ('error' in read) {
    result.errors[name] = read.error;
    return;
  }
  const canonical = read.data;
  if (isDeepStrictEqual(canonical, before)) return;
  if (field.kind === 'references') result.pairs[name] = (canonical ?? []) as string[];
  else if (canonical === null && property.column?.type === 'text[]') result.columns[name] = [];
  else if (canonical === null && property.column?.type === 'boolean') result.columns[name] = field.default === true;
  else result.columns[name] = stored(property, canonical, context.engine);
}

function readValue(property: Property, value: unknown): { data: unknown } | { error: string } {
  if (property.part === 'resource')
    return typeof value === 'string' ? { data: value } : { error: message('reference') };
  const schema = property.part === 'id' ? idSchema : schemaOf(property.field);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data };
  const text = parsed.error.issues[0]?.message ?? '';
  return { error: text.startsWith('kontor:') ? text : message('invalid') };
}

function checkLines(
  context: Context,
  resource: Resource,
  property: Property,
  value: unknown,
  current: Row | undefined,
  result: Valid,
): void {
  const { name } = property;
  const { child, id, kind } = lineLink(context, resource, name);
  const shape = schemaOf(property.field).safeParse(value ?? []);
  if (!shape.success) {
    result.errors[name] = shape.error.issues[0]?.message ?? message('lines');
    return;
  }
  const stored = new Map(((current?.[name] ?? []) as Row[]).map((row) => [row.id, row]));
  const link = new Set([id, ...(kind ? [kind] : [])]);
  const seen = new Set<string>();
  const errors: (FieldErrors | null)[] = [];
  const rows = (shape.data as Values[]).map((line) => {
    const lineId = typeof line.id === 'string' ? line.id.toLowerCase() : undefined;
    const before = lineId ? stored.get(lineId) : undefined;
    const valid = validate(context, child, line, before, { skip: link });
    const problem =
      lineId && !before ? message('line_unknown') : lineId && seen.has(lineId) ? message('duplicate_id') : undefined;
    if (lineId) seen.add(lineId);
    const all = { ...valid.errors, ...(problem ? { id: problem } : {}) };
    errors.push(Object.keys(all).length ? all : null);
    return { current: before, valid };
  });
  if (errors.some((error) => error !== null)) result.errors[name] = errors;
  const removed = [...stored.values()].filter((row) => !seen.has(row.id));
  const changed = rows.some(
    ({ current: before, valid }) => !before || Object.keys(valid.columns).length || Object.keys(valid.pairs).length,
  );
  if (changed || removed.length) result.lines[name] = { rows, removed };
}

function defaultOf(context: Context, field: AnyField): unknown {
  const { default: given } = field;
  if (typeof given !== 'object' || given === null || !('from' in given)) return given;
  if (given.from === 'current_user') return context.access.actor.id;
  return given.from === 'now' ? new Date().toISOString() : inZone(new Date(), context.engine.timeZone).date;
}

function applyDefaults(context: Context, resource: Resource, result: Valid): void {
  for (const property of propertiesOf(resource).values()) {
    const { name, field } = property;
    if (property.system || property.part || !property.column || name in result.columns || name in result.errors)
      continue;
    if (field.default === undefined || kindOf(field).computed) continue;
    result.columns[name] = defaultOf(context, field);
  }
  if (resource.workflow) result.columns[resource.workflow.field] = resource.workflow.initial;
}

/** Both halves of a subject belong together, and the resource must be one that may be a subject. */
function checkSubjects(context: Context, resource: Resource, result: Valid, current?: Row): void {
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'subject') continue;
    const [kind, id] = propertyNames(resource, name) as [string, string];
    if (!(kind in result.columns) && !(id in result.columns)) continue;
    const target = (kind in result.columns ? result.columns[kind] : (current?.[kind] ?? null)) as string | null;
    const targetId = id in result.columns ? result.columns[id] : (current?.[id] ?? null);
    if (
      (target === null) !== (targetId === null) ||
      (target !== null && !context.engine.model.subjects(field.of as string).includes(target))
    )
      result.errors[id] = message('reference');
  }
}

function checkRequired(resource: Resource, result: Valid, current?: Row, skip?: ReadonlySet<string>): void {
  for (const property of propertiesOf(resource).values()) {
    const { name, field } = property;
    if (!field.required || property.system || name in result.errors || skip?.has(name) || kindOf(field).computed)
      continue;
    const value = property.field.kind === 'references' ? result.pairs[name] : result.columns[name];
    const missing =
      field.kind === 'references'
        ? value === undefined
          ? !current
          : (value as string[]).length === 0
        : value === undefined
          ? !current
          : value === null;
    if (missing) result.errors[name] = message('required');
  }
}

/** Did the body change anything? */
export const isEmpty = (valid: Valid): boolean =>
  Object.keys(valid.columns).length + Object.keys(valid.pairs).length + Object.keys(valid.lines).length === 0;

/** Throws 422 with the messages at their fields. */
export function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length) throw new PublicError('invalid', errors);
}
