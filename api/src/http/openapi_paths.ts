import type { Model } from '@kontor/shared';
import { errors as catalogue, humanize, kindOf, type Resource, resourceLabel } from '@kontor/shared';
import { bodySchema, id, listOf, object, open, reference, type Schema, text } from './openapi_schemas.ts';

type Operation = Record<string, unknown>;
export type Paths = Record<string, Record<string, unknown>>;

export const statuses = [...new Set(Object.values(catalogue).map(({ status }) => status))].sort();

const json = (schema: Schema) => ({ 'application/json': { schema } });
const bytes = (...types: string[]) => Object.fromEntries(types.map((type) => [type, {}]));
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
const parameters = (...names: string[]) => names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

interface Shape {
  readonly answer?: Schema | { readonly content: Record<string, unknown> };
  readonly status?: number;
  readonly body?: Schema | { readonly content: Record<string, unknown> };
  readonly optionalBody?: boolean;
  readonly parameters?: unknown[];
  readonly fails?: readonly number[];
  readonly headers?: Record<string, unknown>;
  readonly open?: boolean;
  readonly description?: string;
}

const content = (shape: Schema | { readonly content: Record<string, unknown> }) =>
  'content' in shape ? shape.content : json(shape);

/** One operation; what can go wrong everywhere is added. */
function operation(tag: string, name: string, summary: string, shape: Shape): Operation {
  const { answer, status = 200, body, fails = [] } = shape;
  const failures = [...new Set([...(shape.open ? [] : [401]), ...fails, 500, 503])].sort();
  return {
    tags: [tag],
    operationId: name,
    summary,
    ...(shape.description ? { description: shape.description } : {}),
    ...(shape.open ? { security: [] } : {}),
    ...(shape.parameters?.length ? { parameters: shape.parameters } : {}),
    ...(body ? { requestBody: { required: !shape.optionalBody, content: content(body) } } : {}),
    responses: {
      [status]: {
        description: status === 204 ? 'Done' : summary,
        ...(shape.headers ? { headers: shape.headers } : {}),
        ...(answer ? { content: content(answer) } : {}),
      },
      ...Object.fromEntries(failures.map((code) => [code, { $ref: `#/components/responses/problem_${code}` }])),
    },
  };
}

const contentRange = { 'Content-Range': { schema: text, description: 'First and last row and the exact total' } };

/** The steps and actions of a resource, with what they ask for. */
function actionPaths(model: Model, resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const one = resourceLabel(resource, 'en', 'one');
  const shape = (action: string): Resource | undefined => {
    const transition = resource.workflow?.transitions[action];
    const input = transition
      ? Object.fromEntries(
          [...(transition.input ?? []), ...(transition.requires ?? [])].map((field) => [
            field,
            resource.fields[field]!,
          ]),
        )
      : resource.actions![action]!.input;
    return input && { name: `${name}.${action}`, label: resource.label, title: [], fields: input, append_only: true };
  };
  const actions = [...Object.keys(resource.workflow?.transitions ?? {}), ...Object.keys(resource.actions ?? {})];
  return Object.fromEntries(
    actions.map((action) => {
      const input = shape(action);
      return [
        `/${name}/{id}/actions/${action}`,
        {
          post: operation(name, `${name}_${action}`, `${humanize(action)}: ${one}`, {
            parameters: parameters('id'),
            body: input ? bodySchema(model, input, 'create') : { type: 'object' },
            optionalBody: true,
            answer: record,
            fails: [403, 404, 409, 422],
          }),
        },
      ];
    }),
  );
}

function readingPaths(resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const many = resourceLabel(resource, 'en');
  const one = resourceLabel(resource, 'en', 'one');
  const measures: Schema = { type: 'object', additionalProperties: {} };
  return {
    [`/${name}`]: {
      get: operation(name, `${name}_list`, `List: ${many}`, {
        parameters: parameters('filter', 'sort', 'range', 'embed'),
        answer: listOf(record),
        headers: contentRange,
        fails: [400, 403],
        description: `Filters and sorts by: ${open(resource)
          .filter(({ field, system }) => system || kindOf(field).operators.length)
          .map((property) => property.name)
          .join(', ')}.`,
      }),
    },
    [`/${name}/{id}`]: {
      get: operation(name, `${name}_get`, one, {
        parameters: parameters('id', 'embed'),
        answer: record,
        fails: [400, 403, 404],
      }),
    },
    [`/${name}/{id}/history`]: {
      get: operation(name, `${name}_history`, `What happened to it: ${one}`, {
        parameters: parameters('id'),
        answer: listOf(reference('history_entry')),
        fails: [403, 404],
      }),
    },
    [`/${name}/aggregate`]: {
      get: operation(name, `${name}_aggregate`, `Figures: ${many}`, {
        parameters: parameters('group', 'measures', 'filter'),
        answer: listOf(measures),
        fails: [400, 403],
      }),
    },
    [`/${name}/export`]: {
      get: operation(name, `${name}_export`, `Export: ${many}`, {
        parameters: parameters('format', 'columns', 'filter', 'sort'),
        answer: { content: bytes(...sheets) },
        fails: [400, 403, 410],
      }),
    },
  };
}

function writingPaths(model: Model, resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const many = resourceLabel(resource, 'en');
  const one = resourceLabel(resource, 'en', 'one');
  const bulk = reference('bulk_result');
  const change = (method: string) =>
    operation(name, `${name}_${method}`, `Change: ${one}`, {
      parameters: parameters('id'),
      body: bodySchema(model, resource, 'change'),
      answer: record,
      fails: [400, 403, 404, 409, 422, 428],
    });
  const restores: Paths = {
    [`/${name}/{id}/restore`]: {
      post: operation(name, `${name}_restore`, `Take out of the trash: ${one}`, {
        parameters: parameters('id'),
        answer: record,
        fails: [403, 404, 409],
      }),
    },
    [`/${name}/restore`]: {
      post: operation(name, `${name}_restore_many`, `Take out of the trash: ${many}`, {
        parameters: parameters('filter'),
        answer: bulk,
        fails: [400, 403, 409, 413],
      }),
    },
  };
  return {
    [`/${name}`]: {
      post: operation(name, `${name}_create`, `Create: ${one}`, {
        body: bodySchema(model, resource, 'create'),
        answer: record,
        status: 201,
        fails: [400, 403, 409, 413, 422],
      }),
      put: operation(name, `${name}_change_many`, `Change: ${many}`, {
        parameters: parameters('filter'),
        body: { ...bodySchema(model, resource, 'change'), required: undefined },
        answer: bulk,
        fails: [400, 403, 409, 413, 422],
      }),
      delete: operation(name, `${name}_delete_many`, `Delete: ${many}`, {
        parameters: parameters('filter'),
        answer: bulk,
        fails: [400, 403, 409, 413],
      }),
    },
    [`/${name}/{id}`]: {
      put: change('put'),
      patch: change('patch'),
      delete: operation(name, `${name}_delete`, `Delete: ${one}`, {
        parameters: parameters('id', 'purge'),
        answer: record,
        fails: [403, 404, 409],
      }),
    },
    ...(resource.trash ? restores : {}),
    [`/${name}/duplicates`]: {
      post: operation(name, `${name}_duplicates`, `Likely duplicates: ${many}`, {
        body: { type: 'object' },
        answer: listOf(reference('duplicate')),
        fails: [400, 403],
      }),
    },
    [`/${name}/import/preview`]: {
      post: operation(name, `${name}_import_preview`, `What is in a file: ${many}`, {
        body: { content: bytes(...sheets, 'application/octet-stream') },
        answer: reference('import_preview'),
        fails: [403, 413, 422],
      }),
    },
    [`/${name}/import`]: {
      post: operation(name, `${name}_import`, `Import: ${many}`, {
        parameters: parameters('mapping', 'key', 'mode', 'dry_run'),
        body: { content: bytes(...sheets, 'application/octet-stream') },
        answer: reference('import_result'),
        fails: [400, 403, 409, 413, 422],
      }),
    },
  };
}

/** The endpoints of one resource. */
export function resourcePaths(model: Model, resource: Resource): Paths {
  const record = reference(resource.name);
  const paths = readingPaths(resource, record);
  const more: Paths[] = [];
  if (!resource.internal && !resource.append_only && !resource.owned) more.push(writingPaths(model, resource, record));
  more.push(actionPaths(model, resource, record));
  for (const [path, item] of more.flatMap((part) => Object.entries(part))) paths[path] = { ...paths[path], ...item };
  return paths;
}

/** The endpoints that belong to no resource. */
export function commonPaths(): Paths {
  const atRoot = [{ url: '/' }];
  const health = object({ status: text });
  const session = reference('session');
  return {
    '/session': {
      post: operation('session', 'sign_in', 'Sign in', {
        open: true,
        body: object({ email: text, password: text }),
        answer: session,
        fails: [400, 401, 403, 422, 429],
        description: 'Sets a cookie (HttpOnly, SameSite=Strict) that keeps the device signed in.',
      }),
      get: operation('session', 'session', 'Who is signed in', { answer: session }),
      delete: operation('session', 'sign_out', 'Sign out', { open: true, status: 204, fails: [403] }),
    },
    '/session/refresh': {
      post: operation('session', 'refresh', 'A new access token', { open: true, answer: session, fails: [401, 403] }),
    },
    '/search': {
      get: operation('search', 'search', 'Search everything', {
        parameters: [{ name: 'q', in: 'query', required: true, schema: text }],
        answer: listOf(reference('hit')),
        fails: [400],
      }),
    },
    '/files': {
      post: operation('files', 'files_upload', 'Upload a file', {
        parameters: [{ name: 'X-File-Name', in: 'header', schema: text, description: 'The name, percent-encoded' }],
        body: { content: bytes('application/octet-stream') },
        answer: reference('files'),
        status: 201,
        fails: [403, 413, 415, 422],
      }),
    },
    '/files/{id}/content': {
      get: operation('files', 'files_content', 'The content of a file', {
        parameters: [
          ...parameters('id'),
          { name: 'download', in: 'query', schema: { type: 'boolean' }, description: 'As a download in any case' },
        ],
        answer: { content: bytes('*/*') },
        fails: [404, 410],
        description: 'Ranges are supported. Images and PDF are shown in place, everything else is a download.',
      }),
    },
    '/tickets': {
      post: operation('tickets', 'ticket', 'A signed address for what a browser fetches itself', {
        body: object({ path: text }),
        answer: reference('ticket'),
        status: 201,
        fails: [400, 422],
      }),
    },
    '/health/live': {
      servers: atRoot,
      get: operation('health', 'live', 'Does the process run?', { open: true, answer: health }),
    },
    '/health/ready': {
      servers: atRoot,
      get: operation('health', 'ready', 'Is the database reachable?', { open: true, answer: health }),
    },
  };
}

const inQuery = (name: string, schema: Schema, description: string, example?: unknown) => ({
  name,
  in: 'query',
  description,
  ...(schema.type === 'object' || schema.type === 'array'
    ? { content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } }
    : { schema, ...(example === undefined ? {} : { example }) }),
});

/** Parameters that many endpoints share. */
export const commonParameters: Record<string, unknown> = {
  id: { name: 'id', in: 'path', required: true, schema: id },
  filter: inQuery('filter', { type: 'object' }, 'Which rows: `{"status":"active","name_ilike":"%gmbh%","q":"muler"}`'),
  sort: inQuery('sort', { type: 'array', items: text, minItems: 2, maxItems: 2 }, 'Field and `ASC` or `DESC`', [
    'created_at',
    'DESC',
  ]),
  range: inQuery(
    'range',
    { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    'First and last row',
    [0, 24],
  ),
  embed: inQuery('embed', listOf(text), 'References whose titles are wanted'),
  group: inQuery('group', listOf(text), 'Fields, or date parts such as `due_on:month`'),
  measures: inQuery('measures', listOf(text), '`count`, `sum:field`, `avg:`, `min:`, `max:`', ['count']),
  columns: inQuery('columns', listOf(text), 'Fields in their order; the columns of the list unless given'),
  format: inQuery('format', { type: 'string', enum: ['csv', 'xlsx'], default: 'csv' }, 'Format of the file'),
  mapping: inQuery(
    'mapping',
    { type: 'object', additionalProperties: text },
    'Column of the file to field (`addresses.city` for a line); the proposed one unless given',
  ),
  key: inQuery('key', listOf(text), 'Fields by which rows mean existing records; the declared ones unless given'),
  mode: inQuery(
    'mode',
    { type: 'string', enum: ['all', 'valid'], default: 'all' },
    'All rows or none, or the right ones',
  ),
  dry_run: inQuery('dry_run', { type: 'boolean', default: false }, 'Check only, change nothing'),
  purge: inQuery('purge', { type: 'boolean', default: false }, 'Delete for good from the trash'),
};

/** Answers when something is wrong, one per status, with the codes that have it. */
export const problemResponses = (): Record<string, unknown> =>
  Object.fromEntries(
    statuses.map((status) => {
      const codes = Object.entries(catalogue).filter(([, error]) => error.status === status);
      return [
        `problem_${status}`,
        {
          description: codes.map(([code, error]) => `\`${code}\`: ${error.en}`).join(' '),
          content: {
            'application/problem+json': {
              schema: reference('problem'),
              examples: Object.fromEntries(
                codes.map(([code, error]) => [
                  code,
                  { value: { type: `/api/docs#${code}`, title: error.en, status, code } },
                ]),
              ),
            },
          },
        },
      ];
    }),
  );
