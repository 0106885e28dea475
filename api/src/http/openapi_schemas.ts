import {
  type Column,
  fieldLabel,
  kindOf,
  type Model,
  type Property,
  propertiesOf,
  propertyNames,
  type Resource,
} from '@kontor/shared';
import { kindsOfNotifications } from '@kontor/shared/modules/communication/notification_kinds';
import { z } from 'zod';

/** A schema of OpenAPI 3.1 is one of JSON Schema 2020-12. */
export type Schema = Record<string, unknown>;

export const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const object = (
  properties: Record<string, Schema>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({
  type: 'object',
  properties,
  ...(required.length ? { required } : {}),
  additionalProperties: false,
});
export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const id: Schema = { type: 'string', format: 'uuid' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const orNull = (schema: Schema): Schema => {
  if (Object.keys(schema).length === 0) return schema;
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...(schema.enum as []), null] } : {}) };
};

/** How one hears of something. */
const way: Schema = { type: 'string', enum: ['app', 'mail', 'both', 'none'] };

/** What stored columns read as. */
const byType: Record<Column['type'], Schema> = {
  uuid: id,
  text,
  integer: { type: 'integer' },
  bigint: { type: 'string', pattern: '^-?\\d+$' },
  numeric: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
  timestamptz: instant,
  jsonb: {},
  'text[]': listOf(text),
};

/** The validator of a kind as a schema; any JSON value where it refers to itself. */
function written({ field, part }: Property): Schema {
  if (part) return part === 'id' ? id : text;
  const { $schema: _, ...schema } = z.toJSONSchema(kindOf(field).schema(field), {
    io: 'input',
    unrepresentable: 'any',
  });
  return JSON.stringify(schema).includes('"$ref"') ? {} : (schema as Schema);
}

const shortest = (value: unknown) => (JSON.stringify(value) ?? '').length <= 200;

/** An example from the kind's samples: what is sent, or what is read back. */
function example({ field, column, part }: Property, direction: 'in' | 'out'): Schema {
  if (part === 'resource') return {};
  if (column?.references || part === 'id') return { examples: ['01920000-0000-7000-8000-000000000001'] };
  const sample = kindOf(field)
    .samples(field)
    .valid.find((one) => shortest(one.in));
  return sample ? { examples: [direction === 'out' && 'out' in sample ? sample.out : sample.in] } : {};
}

function read(model: Model, property: Property): Schema {
  const { field, column, name } = property;
  if (field.kind === 'lines') return listOf(reference(model.get(field.of as string).name));
  if (!column) return listOf(id);
  if (kindOf(field).writeOnly) return { type: ['boolean', 'null'], description: 'true when one is set' };
  if (property.part === 'resource')
    return orNull({ ...text, enum: [...model.subjects(field.of as string | undefined)] });
  const schema =
    column.type === 'jsonb'
      ? written(property)
      : { ...byType[column.type], ...(column.oneOf ? { enum: [...column.oneOf] } : {}) };
  const filled = column.notNull || (field.required && !column.generated) || name === 'id';
  return { ...(filled ? schema : orNull(schema)), ...example(property, 'out') };
}

const described = (property: Property, schema: Schema): Schema => ({
  title: fieldLabel(property.field, property.fieldName, 'en'),
  ...schema,
});

/** Properties whose presence does not depend on the role. */
export const open = (resource: Resource): Property[] =>
  [...propertiesOf(resource).values()].filter(({ field }) => !field.guard);

/** A record as it is answered. Fields with a guard are absent here: who may see them gets them besides. */
export function recordSchema(model: Model, resource: Resource): Schema {
  const properties = open(resource);
  const guarded = Object.values(resource.fields).some((field) => field.guard);
  return {
    ...object(
      {
        ...Object.fromEntries(properties.map((p) => [p.name, described(p, read(model, p))])),
        _embedded: reference('embedded'),
        merged: { type: 'boolean', description: "Somebody else's changes of other fields were kept" },
      },
      properties.filter(({ field }) => field.kind !== 'lines').map(({ name }) => name),
    ),
    ...(guarded ? { additionalProperties: true } : {}),
  };
}

/** What can be sent for a record, lines without the link to it. */
export function bodySchema(
  model: Model,
  resource: Resource,
  purpose: 'create' | 'change',
  without: readonly string[] = [],
): Schema {
  const writable = open(resource).filter(
    ({ field, system, name }) =>
      !system && !kindOf(field).computed && !field.readOnly && !field.through && !without.includes(name),
  );
  const schemas = writable.map((property): [string, Schema] => {
    const { field, name } = property;
    if (field.kind === 'lines') {
      const child = model.get(field.of as string);
      const link = propertyNames(child, field.by as string);
      return [name, described(property, listOf(bodySchema(model, child, 'create', link)))];
    }
    const schema = written(property);
    return [name, described(property, { ...(field.required ? schema : orNull(schema)), ...example(property, 'in') })];
  });
  const required = writable
    .filter(({ field }) => field.required && field.default === undefined && purpose === 'create')
    .map(({ name }) => name);
  const version: Schema = { type: 'integer', minimum: 1, description: 'The version that was read' };
  return {
    type: 'object',
    properties: { ...Object.fromEntries(schemas), ...(purpose === 'change' ? { version } : {}) },
    ...(purpose === 'change' ? { required: ['version'] } : required.length ? { required } : {}),
  };
}

/** Schemas that do not depend on a resource. */
export const commonSchemas: Record<string, Schema> = {
  title: object({ id, title: orNull(text), resource: text }, ['id', 'title']),
  embedded: {
    type: 'object',
    description: 'Titles of the records that the named references point to',
    additionalProperties: { anyOf: [reference('title'), listOf(reference('title')), { type: 'null' }] },
  },
  bulk_result: object({ count, ids: listOf(id) }),
  history_entry: object({
    id,
    at: instant,
    by: { anyOf: [object({ id, title: orNull(text) }), { type: 'null' }] },
    operation: text,
    origin: orNull(text),
    key: orNull(text),
    version: { type: 'integer' },
    changes: listOf(object({ field: text, before: {}, after: {} })),
    named: listOf(reference('named')),
  }),
  stream: object({
    kinds: { ...listOf(text), description: 'What can be in it, as far as one may see it' },
    entries: listOf({
      oneOf: [
        object({ of: { type: 'string', const: 'changes' }, cursor: text, entry: reference('history_entry') }),
        object({
          of: { ...text, not: { const: 'changes' } },
          cursor: text,
          at: instant,
          record: { type: 'object', additionalProperties: {} },
        }),
      ],
    }),
  }),
  named: object({ resource: text, id, title: orNull(text), gone: { type: 'boolean' } }, ['resource', 'id', 'title']),
  present: object({ id, name: text, since: instant }),
  notification_choices: object(
    {
      ...Object.fromEntries(kindsOfNotifications.map((kind) => [kind, way])),
      digest_hour: { type: ['integer', 'null'], minimum: 0, maximum: 23, description: 'Null for none' },
    },
    [],
  ),
  presence: object({ window: { type: 'string', format: 'uuid' } }),
  restore_wish: object(
    {
      version: { type: 'integer', description: 'The version that was seen' },
      fields: { ...listOf(text), description: 'Only these; all unless given' },
      missing: { type: 'string', enum: ['leave_out'], description: 'Leave out what refers to records that are gone' },
    },
    [],
  ),
  restore_plan: object({
    version: { type: 'integer' },
    changes: listOf(object({ field: text, before: {}, after: {} })),
    skipped: listOf(object({ field: text, reason: { type: 'string', enum: ['status', 'secret', 'read_only'] } })),
    missing: listOf(
      object({ field: text, resource: text, id, title: orNull(text), gone: { type: 'boolean' } }, ['field', 'id']),
    ),
    named: listOf(reference('named')),
    errors: { type: 'object', additionalProperties: {} },
  }),
  duplicate: object({ id, title: text, score: { type: 'number' } }),
  hit: object({ resource: text, id, title: text, detail: text }),
  dry_run: object({
    dry_run: { type: 'boolean', const: true },
    result: { description: 'What the request would answer' },
    count: { ...count, description: 'Records that would change' },
    changes: {
      ...listOf(
        object({
          resource: text,
          id,
          title: orNull(text),
          operation: { type: 'string', enum: ['create', 'update', 'delete', 'restore', 'purge', 'transition'] },
          changes: listOf(object({ field: text, before: {}, after: {} })),
          named: listOf(reference('named')),
        }),
      ),
      description: 'The first hundred of them that the user sees',
    },
  }),
  import_preview: object({
    columns: listOf(object({ name: text, field: orNull(text), samples: listOf(text) })),
    fields: listOf(object({ field: text, label: text })),
    rows: count,
    encoding: orNull(text),
    delimiter: orNull(text),
    sheet: orNull(text),
  }),
  import_result: object({
    rows: count,
    created: count,
    updated: count,
    unchanged: count,
    failed: count,
    dry_run: { type: 'boolean' },
    committed: { type: 'boolean' },
    errors: listOf(
      object({ row: count, column: orNull(text), field: orNull(text), value: orNull(text), message: text }),
    ),
    links: listOf(
      object({
        column: text,
        field: text,
        resource: text,
        text,
        rows: count,
        decided: { type: 'boolean' },
        chosen: orNull(id),
        candidates: listOf(object({ id, title: text, hint: orNull(text), likeness: { type: 'number' } })),
      }),
    ),
  }),
  ticket: object({ url: text, expires_at: instant }),
  user: object({
    id,
    name: text,
    email: text,
    language: { type: 'string', enum: ['de', 'en'] },
    roles: listOf(text),
    role_names: listOf(text),
    brand_ids: listOf(id),
    picture: orNull(id),
  }),
  grant: object(
    {
      pattern: text,
      scope: listOf(text),
      deny: { type: 'boolean' },
      guards: listOf(text),
      brands: listOf(id),
      ids: listOf(id),
      role: text,
    },
    ['pattern'],
  ),
  session: object(
    { access_token: text, expires_in: count, user: reference('user'), grants: listOf(reference('grant')) },
    ['user', 'grants'],
  ),
  device: object({
    id,
    device: orNull(text),
    address: orNull(text),
    created_at: instant,
    last_used_at: instant,
    ends_at: instant,
    current: { type: 'boolean' },
  }),
  problem: {
    type: 'object',
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: text,
      request_id: text,
      errors: { type: 'object', description: 'A message per field; nested for lines' },
    },
    required: ['type', 'title', 'status', 'code'],
  },
};
