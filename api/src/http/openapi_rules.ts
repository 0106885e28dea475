import { operation, type Paths } from './openapi_operation.ts';
import { object, orNull } from './openapi_schemas.ts';

const count = { type: 'integer' };

/** Rules that were not saved yet. */
export const rulePaths: Paths = {
  '/automation_rules/preview': {
    post: operation('automation_rules', 'automation_rules_preview_draft', 'What a new rule would do', {
      body: {
        type: 'object',
        required: ['rule'],
        properties: { rule: { type: 'object', description: 'The values of a rule, as when it is created' } },
      },
      answer: object({
        preview: object({
          resource: { type: 'string' },
          days: orNull(count),
          count,
          not_met: count,
          rows: { type: 'array', items: { type: 'object' } },
        }),
      }),
      fails: [403, 422],
      description: 'On the records there are, as far as one sees them. Nothing is written.',
    }),
  },
};
