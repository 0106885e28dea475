import { operation, type Paths } from './openapi_operation.ts';
import { id, listOf, object, orNull, text } from './openapi_schemas.ts';

const whole = { type: 'integer' };

/** Numbers of series without gaps. */
export const numberPaths: Paths = {
  '/number_sequences/{id}/gaps': {
    get: operation('number_sequences', 'number_sequences_gaps', 'Where each number of a series without gaps is', {
      parameters: [{ name: 'id', in: 'path', required: true, schema: id }],
      answer: listOf(
        object({
          year: orNull(whole),
          from: whole,
          to: whole,
          given: whole,
          skipped: listOf(
            object({
              number: text,
              from: whole,
              to: whole,
              reason: orNull(text),
              at: { type: 'string', format: 'date-time' },
              by: orNull(text),
            }),
          ),
          missing: listOf(object({ from: whole, to: whole })),
          gone: listOf(object({ number: text, resource: text, record_id: id })),
        }),
      ),
      fails: [403, 404],
    }),
  },
};
