import { operation, type Paths, parameters } from './openapi_operation.ts';
import { id, listOf, object, orNull, text } from './openapi_schemas.ts';

const whole = { type: 'integer' };
const instant = { type: 'string', format: 'date-time' };
const trainer = { trainer_id: id, name: text };

/** Trainers for a training. */
export const matcherPaths: Paths = {
  '/trainings/{id}/trainers': {
    get: operation('trainings', 'trainings_match_trainers', 'Trainers for a training, best first', {
      parameters: parameters('id'),
      answer: object({
        sessions: listOf(object({ id, name: text, starts_at: instant, ends_at: instant })),
        open: { type: 'boolean', description: 'Do these sessions still need a trainer?' },
        of: { ...whole, description: 'Points that one can have at most' },
        ranking: listOf(
          object(
            {
              ...trainer,
              points: whole,
              parts: listOf(object({ part: text, points: whole, of: whole, reasons: listOf(text) })),
              state: orNull(
                object({ status: text, order: orNull(whole), answer_until: orNull(instant), reason: orNull(text) }),
              ),
              fee: orNull(text),
              travel_cost: orNull(text),
            },
            ['trainer_id', 'name', 'points', 'parts', 'state'],
          ),
        ),
        out: listOf(object({ ...trainer, reasons: listOf(text) })),
      }),
      fails: [403, 404],
      description:
        'For who may plan trainers. Fees and journeys are told, and count, only where one may see them. What lies outside of one’s scope decides as well, but is told without names.',
    }),
  },
};
