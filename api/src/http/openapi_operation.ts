import type { Schema } from './openapi_schemas.ts';

type Operation = Record<string, unknown>;
/** What can be done at which address. */
export type Paths = Record<string, Record<string, unknown>>;

const json = (schema: Schema) => ({ 'application/json': { schema } });
/** Content that is no JSON, by its types. */
export const bytes = (...types: string[]) => Object.fromEntries(types.map((type) => [type, {}]));
export const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
/** Parameters that are described once for all. */
export const parameters = (...names: string[]) => names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

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
  /** The job that answers instead of the work when that is much. */
  readonly later?: Schema;
  /** It can be tried first: `dry_run=true` answers what it would do. */
  readonly dry?: boolean;
}

const content = (shape: Schema | { readonly content: Record<string, unknown> }) =>
  'content' in shape ? shape.content : json(shape);

/** One operation; what can go wrong everywhere is added. */
export function operation(tag: string, name: string, summary: string, shape: Shape): Operation {
  const { answer, status = 200, body, fails = [] } = shape;
  const asked = [...(shape.parameters ?? []), ...(shape.dry ? parameters('dry_run') : [])];
  const failures = [...new Set([...(shape.open ? [] : [401]), ...fails, 500, 503])].sort();
  return {
    tags: [tag],
    operationId: name,
    summary,
    ...(shape.description ? { description: shape.description } : {}),
    ...(shape.open ? { security: [] } : {}),
    ...(asked.length ? { parameters: asked } : {}),
    ...(body ? { requestBody: { required: !shape.optionalBody, content: content(body) } } : {}),
    responses: {
      [status]: {
        description: status === 204 ? 'Done' : summary,
        ...(shape.headers ? { headers: shape.headers } : {}),
        ...(answer ? { content: content(answer) } : {}),
      },
      ...(shape.later
        ? { 202: { description: 'A job that does it in the background', content: json(shape.later) } }
        : {}),
      ...(shape.dry && status !== 200
        ? { 200: { description: 'What it would do', content: json({ $ref: '#/components/schemas/dry_run' }) } }
        : {}),
      ...Object.fromEntries(failures.map((code) => [code, { $ref: `#/components/responses/problem_${code}` }])),
    },
  };
}
