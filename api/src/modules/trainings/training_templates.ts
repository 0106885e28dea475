import type { Behaviour } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { sql } from '../../query/sql.ts';
import { agendaOf, placeSessions } from '../../services/trainings/sessions.ts';

export const trainingTemplates = {
  actions: {
    /** A training as the catalogue has it, with its sessions where it is said from when on. */
    start_training: async ({ context, tx, record, input, once }) => {
      const trainings = context.engine.model.get('trainings');
      context.access.require(trainings, 'create');
      const { name, ...wish } = input;
      const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
      const made = await createIn(context, tx, trainings, {
        ...given,
        ...(name ? { name } : {}),
        template_id: record.id,
      });
      if (input.starts_on && (await agendaOf(tx, record.id)).length) {
        const [training] = await tx.query<Row>(sql`SELECT * FROM trainings WHERE id = ${made.id}`);
        await placeSessions(context, tx, training!, { from: null, replace: false });
      }
      once.made = { resource: 'trainings', id: made.id };
      return undefined;
    },
  },
} satisfies Behaviour;
