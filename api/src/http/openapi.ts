import { type Model, resourceLabel } from '@kontor/shared';
import { commonParameters, commonPaths, problemResponses } from './openapi_common.ts';
import type { Paths } from './openapi_operation.ts';
import { resourcePaths } from './openapi_paths.ts';
import { commonSchemas, recordSchema } from './openapi_schemas.ts';

/** The description of the API (OpenAPI 3.1), made from the declarations: every resource, field, step and action. */
export function openApi(model: Model): Record<string, unknown> {
  const resources = [...model.resources.values()].filter((resource) => !resource.server_only);
  const paths: Paths = {};
  for (const part of [commonPaths(), ...resources.map((resource) => resourcePaths(model, resource))])
    for (const [path, item] of Object.entries(part)) paths[path] = { ...paths[path], ...item };
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Kontor',
      version: '1',
      description:
        'Field names are the declared names, everywhere. Exact numbers travel as texts, dates as `YYYY-MM-DD`, instants in UTC. Errors are `application/problem+json` in the language of `Accept-Language`.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { ticket: [] }],
    tags: [
      ...['session', 'search', 'tickets', 'health'].map((name) => ({ name })),
      ...resources.map((resource) => ({ name: resource.name, description: resourceLabel(resource, 'en') })),
    ],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'From `POST /session`; or a key for machines (`kontor_…`), where no session is needed',
        },
        ticket: { type: 'apiKey', in: 'query', name: 'ticket', description: 'From `POST /tickets`, reading only' },
      },
      parameters: commonParameters,
      responses: problemResponses(),
      schemas: {
        ...commonSchemas,
        ...Object.fromEntries(resources.map((resource) => [resource.name, recordSchema(model, resource)])),
      },
    },
  };
  return JSON.parse(JSON.stringify(document)); // without what is undefined
}
