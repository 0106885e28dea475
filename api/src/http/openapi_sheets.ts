import { type Resource, resourceLabel } from '@kontor/shared';
import { bytes, operation, type Paths, parameters, sheets } from './openapi_operation.ts';

/** Papers of a record of a resource that declares some. */
export function sheetPaths(resource: Resource): Paths {
  const { name } = resource;
  const names = Object.keys(resource.sheets ?? {});
  const one = resourceLabel(resource, 'en', 'one');
  return {
    [`/${name}/{id}/sheets/{sheet}`]: {
      get: operation(name, `${name}_sheet`, `A paper, kept nowhere: ${one}`, {
        parameters: [
          ...parameters('id'),
          { name: 'sheet', in: 'path', required: true, schema: { type: 'string', enum: names } },
          { name: 'format', in: 'query', schema: { type: 'string', enum: ['pdf', 'xlsx'], default: 'pdf' } },
        ],
        answer: { content: bytes('application/pdf', sheets[1]!) },
        fails: [400, 403, 404],
        description:
          'With what the asking user may read. As a workbook it is an export: for who may export the rows, and told in the trail.',
      }),
    },
  };
}
