import {
  type Condition,
  type FieldErrors,
  idSchema,
  kindOf,
  message,
  type Operator,
  type Property,
  PublicError,
  type Resource,
  readMovingDay,
  schemaOf,
  type Test,
} from '@kontor/shared';
import type { Access } from '../engine/access.ts';

/** A list's question: which rows, and whether from the trash. */
export interface Filter {
  readonly condition: Condition;
  readonly q?: string;
  readonly trash: boolean;
  /** The ids when the question is "these records". */
  readonly ids?: readonly string[];
}

const suffixes = ['gte', 'lte', 'gt', 'lt', 'like', 'ilike', 'null', 'has'] as const satisfies readonly Operator[];

/** Reads the `filter` parameter. Unknown names are 400 `unknown_filter`, impossible values 400 `malformed_query`, each at its key. */
export function parseFilter(access: Access, resource: Resource, filter: unknown): Filter {
  if (filter === undefined || filter === null) return { condition: { and: [] }, trash: false };
  if (typeof filter !== 'object' || Array.isArray(filter)) throw new PublicError('malformed_query');
  const conditions: Condition[] = [];
  const unknown: FieldErrors = Object.create(null); // any key may come, also "__proto__"
  const malformed: FieldErrors = Object.create(null);
  let q: string | undefined;
  let trash = false;
  let ids: readonly string[] | undefined;
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'q') {
      if (value === null || value === '') continue;
      if (typeof value !== 'string') malformed.q = message('text');
      else if (!Object.values(resource.fields).some((field) => field.search)) unknown.q = message('unknown_filter');
      else q = value.slice(0, 200);
    } else if (key === '_trash') {
      if (!resource.trash) unknown[key] = message('unknown_filter');
      trash = value === true;
    } else {
      const condition = parseEntry(access, resource, key, value);
      if (condition === undefined) unknown[key] = message('unknown_filter');
      else if (condition === null) malformed[key] = message('invalid');
      else conditions.push(condition);
      if (key === 'id' && Array.isArray(value)) ids = value as string[];
    }
  }
  if (Object.keys(unknown).length) throw new PublicError('unknown_filter', unknown);
  if (Object.keys(malformed).length) throw new PublicError('malformed_query', malformed);
  return { condition: { and: conditions }, trash, ...(q?.trim() ? { q: q.trim() } : {}), ...(ids ? { ids } : {}) };
}

/** One entry: undefined when there is no such filter, null when the value is impossible. */
function parseEntry(access: Access, resource: Resource, key: string, value: unknown): Condition | undefined | null {
  const dot = key.indexOf('.');
  if (dot > 0) {
    if (key.includes('.', dot + 1)) return undefined;
    const through = access.properties(resource).get(key.slice(0, dot));
    const target =
      through?.field.kind === 'reference' ? access.model.resources.get(through.field.to as string) : undefined;
    if (!through || !target || target.server_only || access.condition(target, 'read') === null) return undefined;
    const inner = parseEntry(access, target, key.slice(dot + 1), value);
    return inner && { [through.name]: { where: inner } };
  }
  const properties = access.properties(resource);
  const exact = properties.get(key);
  if (exact) return readable(exact, isList(exact) ? 'has' : Array.isArray(value) ? 'in' : 'eq', value);
  for (const operator of suffixes) {
    if (!key.endsWith(`_${operator}`)) continue;
    const property = properties.get(key.slice(0, -operator.length - 1));
    if (property) return readable(property, operator, value);
  }
  return undefined;
}

const isList = (property: Property) => property.field.kind === 'references' || property.column?.type === 'text[]';

function readable(property: Property, operator: Operator, value: unknown): Condition | undefined | null {
  const operators: readonly Operator[] = property.name === 'id' ? ['eq', 'in'] : kindOf(property.field).operators;
  if (!operators.includes(operator) && !(operator === 'eq' && operators.includes('in'))) return undefined;
  if (operator === 'null') return typeof value === 'boolean' ? { [property.name]: { null: value } } : null;
  if (operator === 'like' || operator === 'ilike') {
    return typeof value === 'string' && value.length <= 200 && storable(value)
      ? { [property.name]: { [operator]: safePattern(value) } }
      : null;
  }
  if (value === null && operator === 'eq') return { [property.name]: { null: true } };
  if (operator === 'in' || operator === 'has') {
    const list = Array.isArray(value) ? value : [value];
    if (list.length > 1000) return null;
    const read = list.map((one) => canonical(property, one));
    return read.includes(undefined) ? null : { [property.name]: { [operator]: read as string[] } };
  }
  const moving = movesWithTime(property) ? readMovingDay(value) : undefined;
  if (moving !== undefined) return { [property.name]: { [operator]: { today: moving } } };
  const read = canonical(property, value);
  return read === undefined ? null : { [property.name]: { [operator]: read } as Test };
}

/** Of dates and instants one may ask by days that are counted from today: `today`, `today+14`. */
const movesWithTime = (property: Property) =>
  property.column?.type === 'date' || property.column?.type === 'timestamptz';

const storable = (text: string) => !text.includes('\0') && text.isWellFormed();
/** A pattern that ends in a lone backslash is an error in PostgreSQL. */
const safePattern = (text: string) => (/(^|[^\\])(\\\\)*\\$/.test(text) ? `${text}\\` : text);

/** A filter's value in the form in which it is stored; undefined when it is none. */
function canonical(property: Property, value: unknown): string | number | boolean | undefined {
  const kind = kindOf(property.field);
  if (property.part === 'resource') return typeof value === 'string' && storable(value) ? value : undefined;
  const list = property.field.kind === 'choices';
  const schema = property.name === 'id' || property.field.kind === 'references' ? idSchema : schemaOf(property.field);
  const attempt = (v: unknown) => schema.safeParse(list ? [v] : v);
  let result = attempt(value);
  if (!result.success && typeof value === 'string') {
    // text that is a good question though no good value ("part of an address"), or a number sent as text
    if (property.column?.type === 'text' && !property.column.oneOf)
      return storable(value) && value.length <= 1000 ? value : undefined;
    result = attempt(kind.parse(value, property.field, 'en'));
  }
  if (!result.success) return undefined;
  const data = (list ? (result.data as unknown[])[0] : result.data) as string | number | boolean;
  return typeof data === 'object' ? undefined : data;
}
