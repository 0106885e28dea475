import { askedFields, humanize, kindOf, type Model, type Resource, resourceLabel } from '@kontor/shared';
import { letterPaths } from './openapi_letters.ts';
import { mailPaths } from './openapi_mail.ts';
import { bytes, operation, type Paths, parameters, sheets } from './openapi_operation.ts';
import { bodySchema, listOf, object, open, reference, type Schema, text } from './openapi_schemas.ts';
import { sheetPaths } from './openapi_sheets.ts';
import { versionPaths } from './openapi_versions.ts';

const contentRange = { 'Content-Range': { schema: text, description: 'First and last row and the exact total' } };

/** Work in the background, just asked for. */
const job = object({
  id: { type: 'string', format: 'uuid' },
  name: { type: 'string' },
  state: { type: 'string' },
  progress: { type: 'integer' },
});

/** The steps and actions of a resource, with what they ask for. */
function actionPaths(model: Model, resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const one = resourceLabel(resource, 'en', 'one');
  const shape = (action: string): Resource | undefined => {
    const transition = resource.workflow?.transitions[action];
    const input = transition
      ? askedFields(resource, [...(transition.input ?? []), ...(transition.requires ?? [])])
      : resource.actions![action]!.input;
    return input && { name: `${name}.${action}`, label: resource.label, title: [], fields: input, append_only: true };
  };
  const string: Schema = { type: 'string' };
  const missing = listOf(object({ text: string, link: string }, ['text']));
  const ahead: Paths = {
    [`/${name}/{id}/actions`]: {
      get: operation(name, `${name}_steps_ahead`, `The next steps, and what is missing for each: ${one}`, {
        parameters: parameters('id'),
        answer: object({
          transitions: listOf(object({ name: string, to: string, permitted: { type: 'boolean' }, missing })),
        }),
        fails: [403, 404],
        description: 'What is missing is told to those who may take the step; a link leads to where it is put right.',
      }),
    },
  };
  const actions = [...Object.keys(resource.workflow?.transitions ?? {}), ...Object.keys(resource.actions ?? {})];
  const runs = Object.fromEntries(
    actions.map((action) => {
      const input = shape(action);
      return [
        `/${name}/{id}/actions/${action}`,
        {
          post: operation(name, `${name}_${action}`, `${humanize(action)}: ${one}`, {
            parameters: parameters('id'),
            body: input ? bodySchema(model, input, 'create') : { type: 'object' },
            optionalBody: true,
            answer: tried(record),
            dry: true,
            fails: [403, 404, 409, 422],
          }),
        },
      ];
    }),
  );
  return resource.workflow ? { ...ahead, ...runs } : runs;
}

function readingPaths(resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const many = resourceLabel(resource, 'en');
  const one = resourceLabel(resource, 'en', 'one');
  const measures: Schema = { type: 'object', additionalProperties: {} };
  return {
    [`/${name}`]: {
      get: operation(name, `${name}_list`, `List: ${many}`, {
        parameters: parameters('filter', 'sort', 'range', 'embed', 'brand'),
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
        parameters: parameters('id', 'embed', 'as_of'),
        answer: record,
        fails: [400, 403, 404, 410],
      }),
    },
    [`/${name}/aggregate`]: {
      get: operation(name, `${name}_aggregate`, `Figures: ${many}`, {
        parameters: parameters('group', 'measures', 'filter', 'brand'),
        answer: listOf(measures),
        fails: [400, 403],
      }),
    },
    [`/${name}/export`]: {
      get: operation(name, `${name}_export`, `Export: ${many}`, {
        parameters: parameters('format', 'columns', 'filter', 'sort', 'brand'),
        answer: { content: bytes(...sheets) },
        fails: [400, 403, 410],
      }),
      post: operation(name, `${name}_export_job`, `Export in the background: ${many}`, {
        body: object(
          {
            format: { type: 'string', enum: ['csv', 'xlsx'], default: 'csv' },
            columns: listOf({ type: 'string' }),
            filter: { type: 'object' },
            sort: listOf({ type: 'string' }),
          },
          [],
        ),
        answer: job,
        status: 202,
        dry: true,
        fails: [400, 403],
        description: 'Answers the job; when it is done, `GET /jobs/{id}/result` sends the file to who asked for it.',
      }),
    },
  };
}

function completedPath({ name, completes }: Resource, many: string): Paths {
  return {
    [`/${name}/completed`]: {
      post: operation(name, `${name}_completed`, `What a new one takes over: ${many}`, {
        body: { type: 'object' },
        answer: { type: 'object', additionalProperties: {} },
        fails: [403, 422],
        description: `Of these fields those that the body does not say and the user may write: ${completes!.fields.join(', ')}. They are taken from \`${completes!.like}\`. Nothing is written.`,
      }),
    },
  };
}

/** The answer, or what it would be. */
const tried = (answer: Schema): Schema => ({ oneOf: [answer, reference('dry_run')] });

function writingPaths(model: Model, resource: Resource, record: Schema): Paths {
  const { name } = resource;
  const many = resourceLabel(resource, 'en');
  const one = resourceLabel(resource, 'en', 'one');
  const bulk = reference('bulk_result');
  const change = (method: string) =>
    operation(name, `${name}_${method}`, `Change: ${one}`, {
      parameters: parameters('id'),
      body: bodySchema(model, resource, 'change'),
      answer: tried(record),
      dry: true,
      fails: [400, 403, 404, 409, 422, 428],
    });
  const deletions = {
    one: operation(name, `${name}_delete`, `Delete: ${one}`, {
      parameters: parameters('id', 'purge'),
      answer: tried(record),
      dry: true,
      fails: [403, 404, 409],
    }),
    many: operation(name, `${name}_delete_many`, `Delete: ${many}`, {
      parameters: parameters('filter', 'purge', 'brand'),
      answer: tried(bulk),
      dry: true,
      fails: [400, 403, 409, 413],
    }),
  };
  const restores: Paths = {
    [`/${name}/{id}/restore`]: {
      post: operation(name, `${name}_restore`, `Take out of the trash: ${one}`, {
        parameters: parameters('id'),
        answer: tried(record),
        dry: true,
        fails: [403, 404, 409],
      }),
    },
    [`/${name}/restore`]: {
      post: operation(name, `${name}_restore_many`, `Take out of the trash: ${many}`, {
        parameters: parameters('filter', 'brand'),
        answer: tried(bulk),
        dry: true,
        fails: [400, 403, 409, 413],
      }),
    },
  };
  return {
    [`/${name}`]: {
      post: operation(name, `${name}_create`, `Create: ${one}`, {
        body: bodySchema(model, resource, 'create'),
        answer: record,
        dry: true,
        status: 201,
        fails: [400, 403, 409, 413, 422],
      }),
      put: operation(name, `${name}_change_many`, `Change: ${many}`, {
        parameters: parameters('filter', 'brand'),
        body: { ...bodySchema(model, resource, 'change'), required: undefined },
        answer: tried(bulk),
        dry: true,
        fails: [400, 403, 409, 413, 422],
      }),
      ...(resource.permanent ? {} : { delete: deletions.many }),
    },
    [`/${name}/{id}`]: {
      put: change('put'),
      patch: change('patch'),
      ...(resource.permanent ? {} : { delete: deletions.one }),
    },
    ...(resource.trash ? restores : {}),
    [`/${name}/duplicates`]: {
      post: operation(name, `${name}_duplicates`, `Likely duplicates: ${many}`, {
        body: { type: 'object' },
        answer: listOf(reference('duplicate')),
        fails: [400, 403],
      }),
    },
    ...(resource.completes ? completedPath(resource, many) : {}),
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
        later: job,
        fails: [400, 403, 409, 413, 422, 503],
        description:
          'More than 1,000 rows are imported by a job, except for API keys; when it is done, `GET /jobs/{id}/result` sends what came out.',
      }),
    },
  };
}

/** The endpoints of one resource. */
export function resourcePaths(model: Model, resource: Resource): Paths {
  const record = reference(resource.name);
  const paths = { ...readingPaths(resource, record), ...versionPaths(resource, record) };
  const more: Paths[] = [];
  if (!resource.internal && !resource.append_only && !resource.owned) more.push(writingPaths(model, resource, record));
  more.push(actionPaths(model, resource, record));
  if (resource.abilities?.includes('mailable')) more.push(mailPaths(resource));
  if (resource.abilities?.includes('printable')) more.push(letterPaths(resource));
  if (resource.sheets) more.push(sheetPaths(resource));
  for (const [path, item] of more.flatMap((part) => Object.entries(part))) paths[path] = { ...paths[path], ...item };
  return paths;
}
