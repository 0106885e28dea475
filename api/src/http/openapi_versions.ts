import { type Resource, resourceLabel } from '@kontor/shared';
import { operation, type Paths, parameters } from './openapi_operation.ts';
import { listOf, reference, type Schema } from './openapi_schemas.ts';

/** What happened to a record, what it was, and who is at it now. */
export function versionPaths(resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const one = resourceLabel(resource, 'en', 'one');
  const restorable = !resource.internal && !resource.append_only;
  const restore = operation(name, `${name}_restore_version`, `Put an earlier version back: ${one}`, {
    parameters: parameters('id', 'version', 'dry_run'),
    body: reference('restore_wish'),
    answer: { anyOf: [record, reference('restore_plan')] },
    fails: [400, 403, 404, 409, 410, 422, 428],
    description: 'As a new change, by the rules of one. With `dry_run=true` it answers what it would do.',
  });
  return {
    [`/${name}/{id}/history`]: {
      get: operation(name, `${name}_history`, `What happened to it: ${one}`, {
        parameters: parameters('id', 'before', 'limit'),
        answer: listOf(reference('history_entry')),
        fails: [400, 403, 404],
      }),
    },
    [`/${name}/{id}/stream`]: {
      get: operation(name, `${name}_stream`, `What happened around it: ${one}`, {
        parameters: parameters('id', 'of', 'before', 'limit'),
        answer: reference('stream'),
        fails: [400, 403, 404],
        description: 'Its changes and what hangs on it (notes, tasks …), newest first, as far as one may see it.',
      }),
    },
    [`/${name}/{id}/readers`]: {
      get: operation(name, `${name}_readers`, `Other people who may read it: ${one}`, {
        parameters: [
          ...parameters('id'),
          ...['q', 'of'].map((query) => ({ name: query, in: 'query', schema: { type: 'string' } })),
        ],
        answer: listOf({
          type: 'object',
          properties: {
            id: { type: 'string' },
            name: { type: 'string' },
            mention: { type: 'string', description: 'What names them in a text after an `@`, and nobody else' },
          },
          required: ['id', 'name', 'mention'],
        }),
        fails: [400, 403, 404],
        description: 'Whose name (or a part of it) begins with `q`, and who may read records of the resource `of`.',
      }),
    },
    [`/${name}/{id}/versions/{version}`]: {
      get: operation(name, `${name}_version`, `As it was: ${one}`, {
        parameters: parameters('id', 'version', 'embed'),
        answer: { type: 'object', additionalProperties: {} },
        fails: [400, 403, 404, 410],
        description: 'The record as it was; of its lines what was entered, and no figures over other records.',
      }),
    },
    ...(restorable ? { [`/${name}/{id}/versions/{version}/restore`]: { post: restore } } : {}),
    [`/${name}/{id}/presence`]: {
      put: operation(name, `${name}_arrive`, `A form of it is open: ${one}`, {
        parameters: parameters('id'),
        body: reference('presence'),
        answer: listOf(reference('present')),
        fails: [403, 404, 422],
      }),
      delete: operation(name, `${name}_depart`, `A form of it is closed: ${one}`, {
        parameters: parameters('id', 'window'),
        answer: { type: 'object' },
        fails: [403, 422],
      }),
    },
  };
}
