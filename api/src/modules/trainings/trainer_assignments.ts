import type { Behaviour } from '../../engine/behaviour.ts';
import { followAnswer } from '../../services/matcher/answered.ts';
import { askByMail } from '../../services/matcher/ask_by_mail.ts';
import { costOf } from '../../services/trainings/cost.ts';

/** When somebody was asked and has answered, what follows from it, and what they cost unless somebody says otherwise. */
export const trainerAssignments = {
  turn: 'training_id',
  before: async ({ operation, before, values, tx }) => {
    if (operation === 'transition') {
      const now = new Date().toISOString();
      const asked = before!.status === 'asked';
      if (values.status === 'asked') Object.assign(values, { asked_at: now, answered_at: null });
      else if (values.status === 'option')
        Object.assign(values, { asked_at: null, answered_at: null, ask_order: null, answer_days: null });
      else if (asked && values.status !== 'released') values.answered_at = now;
      return;
    }
    const other = (name: string) => values[name] !== undefined && values[name] !== before?.[name];
    if (operation === 'delete' || !(other('trainer_id') || other('session_id'))) return;
    const { trainer_id, session_id } = { ...before, ...values } as { trainer_id: string; session_id: string };
    const cost = await costOf(tx, trainer_id, session_id);
    for (const name of ['fee', 'travel_cost'] as const)
      if (values[name] === undefined && cost[name] !== null) values[name] = cost[name];
  },
  after: async ({ context, tx, operation, before, record }) => {
    if (operation !== 'transition') return;
    if (record.status === 'asked') await askByMail(context, tx, record);
    else await followAnswer(context, tx, before!, record);
  },
} satisfies Behaviour;
