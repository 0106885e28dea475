import { errors as catalogue } from '@kontor/shared';
import { auditPaths } from './openapi_audit.ts';
import { entryPaths } from './openapi_entry.ts';
import { factorPaths } from './openapi_factors.ts';
import { mailDocumentPaths } from './openapi_mail.ts';
import { matcherPaths } from './openapi_matcher.ts';
import { numberPaths } from './openapi_numbers.ts';
import { bytes, operation, type Paths, parameters, sheets } from './openapi_operation.ts';
import { rulePaths } from './openapi_rules.ts';
import { count, id, listOf, object, reference, type Schema, text } from './openapi_schemas.ts';
import { signInPaths } from './openapi_sign_in.ts';

const statuses = [...new Set(Object.values(catalogue).map(({ status }) => status))].sort();

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
    '/session/devices': {
      get: operation('session', 'devices', 'Where the user is signed in', { answer: listOf(reference('device')) }),
      delete: operation('session', 'devices_sign_out', 'Sign all other devices out', { answer: object({ count }) }),
    },
    '/session/devices/{id}': {
      delete: operation('session', 'device_sign_out', 'Sign a device out', {
        parameters: parameters('id'),
        status: 204,
        fails: [404],
      }),
    },
    ...entryPaths,
    ...factorPaths,
    ...signInPaths,
    ...auditPaths,
    ...numberPaths,
    ...rulePaths,
    ...matcherPaths,
    '/access/explain': {
      get: operation('access', 'access_explain', 'What a user may do, and why', {
        parameters: ['user', 'resource', 'id', 'operation', 'field'].map((name) => ({
          name,
          in: 'query',
          required: name === 'resource',
          schema: text,
        })),
        answer: object({ allowed: { type: 'boolean' }, text, lines: listOf({ type: 'object' }) }),
        fails: [403, 404, 422],
      }),
    },
    '/calendar/{id}/{token}.ics': {
      get: operation('calendar', 'calendar_feed', 'The dates of a subscription', {
        open: true,
        parameters: [...parameters('id'), { name: 'token', in: 'path', required: true, schema: text }],
        answer: { content: bytes('text/calendar') },
        fails: [404, 429],
        description: 'For calendar programs: whoever has the address sees what its owner sees at that moment.',
      }),
    },
    '/notifications/choices': {
      get: operation('notifications', 'notifications_choices', 'How one wants to hear of what', {
        answer: reference('notification_choices'),
        fails: [403],
      }),
      put: operation('notifications', 'notifications_choose', 'Choose how to hear of what', {
        body: reference('notification_choices'),
        answer: reference('notification_choices'),
        fails: [403, 422],
        description:
          'Only what is sent is changed. A digest comes each day from `digest_hour` on, if something is open.',
      }),
    },
    '/notifications/read': {
      post: operation('notifications', 'notifications_read_all', 'Mark all of one’s own notifications as read', {
        answer: object({ count }),
        fails: [403],
      }),
    },
    ...mailDocumentPaths(),
    '/search': {
      get: operation('search', 'search', 'Search everything', {
        parameters: [{ name: 'q', in: 'query', required: true, schema: text }, ...parameters('brand')],
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
        fails: [403, 413, 415, 422, 507],
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
    '/jobs/{id}/result': {
      get: operation('jobs', 'jobs_result', 'The file that a job has made, for its owner', {
        parameters: parameters('id'),
        answer: { content: bytes(...sheets, 'application/json') },
        fails: [403, 404, 410],
      }),
    },
    '/files/{id}/thumbnail': {
      get: operation('files', 'files_thumbnail', 'A picture in small', {
        parameters: parameters('id'),
        answer: { content: bytes('image/webp') },
        fails: [404, 410, 415],
        description: 'At most 320 pixels, as WebP. What is no picture, or can not be read as one, is 415.',
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
  brand: {
    name: 'X-Brand',
    in: 'header',
    schema: { type: 'string', format: 'uuid' },
    description: 'The brand that the user works in: narrows the answer to what belongs to it or to none.',
  },
  embed: inQuery('embed', listOf(text), 'References whose titles are wanted'),
  group: inQuery('group', listOf(text), 'Fields, or date parts such as `due_on:month`'),
  measures: inQuery(
    'measures',
    listOf(text),
    '`count`, `sum:field`, `avg:`, `min:`, `max:`, `days:` (different days)',
    ['count'],
  ),
  columns: inQuery('columns', listOf(text), 'Fields in their order; the columns of the list unless given'),
  format: inQuery('format', { type: 'string', enum: ['csv', 'xlsx'], default: 'csv' }, 'Format of the file'),
  mapping: inQuery(
    'mapping',
    {
      type: 'object',
      additionalProperties: {
        anyOf: [
          text,
          {
            type: 'object',
            properties: { field: text, links: { type: 'object', additionalProperties: { type: ['string', 'null'] } } },
            required: ['field'],
          },
        ],
      },
    },
    'Column of the file to field (`addresses.city` for a line), or to `{field, links}` with the ids of the records that texts of the column mean; the proposed one unless given',
  ),
  key: inQuery('key', listOf(text), 'Fields by which rows mean existing records; the declared ones unless given'),
  mode: inQuery(
    'mode',
    { type: 'string', enum: ['all', 'valid'], default: 'all' },
    'All rows or none, or the right ones',
  ),
  dry_run: inQuery('dry_run', { type: 'boolean', default: false }, 'Tell what would happen, and change nothing'),
  of: inQuery(
    'of',
    listOf(text),
    'Kinds of entries: `changes`, and resources that hang on the record; all unless given',
  ),
  before: inQuery(
    'before',
    text,
    'Of the last entry of the page before: `<version>.<id>` in the history, its `cursor` in the stream',
  ),
  limit: inQuery('limit', { type: 'integer', minimum: 1, maximum: 200, default: 100 }, 'Entries on a page'),
  as_of: inQuery('as_of', { type: 'string', format: 'date-time' }, 'As it was at this instant'),
  window: inQuery('window', { type: 'string', format: 'uuid' }, 'The window in which the form was open'),
  version: { name: 'version', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
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
