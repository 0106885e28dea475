import type { FieldErrors } from '@kontor/shared';
import type { Behaviour, Hook } from '../../engine/behaviour.ts';
import type { Values } from '../../engine/context.ts';
import { refuse } from '../../engine/validate.ts';
import { sql } from '../../query/sql.ts';
import { ruleMistakes } from '../../services/automation/check.ts';
import { asRule, draftOf } from '../../services/automation/draft.ts';
import { contextOfRule } from '../../services/automation/owner.ts';
import { previewRule } from '../../services/automation/preview.ts';

/** Changing one of these makes it another rule: what lies behind it is not made up for. */
const timing = ['resource', 'trigger', 'date_field', 'direction', 'amount', 'unit', 'yearly', 'from_state', 'to_state'];

/** The actions as they will be, in their order. */
async function actionsAfter({ before, lines, tx }: Hook): Promise<Values[]> {
  if (lines?.actions) return lines.actions.rows.map(({ current, valid }) => ({ ...current, ...valid.columns }));
  if (!before) return [];
  if (before.actions) return before.actions;
  return tx.query<Values>(sql`SELECT * FROM automation_actions WHERE rule_id = ${before.id} ORDER BY created_at, id`);
}

/** A rule acts with the rights of who has saved it last, and is checked in their eyes. */
export const automationRules = {
  before: async (hook) => {
    const { operation, values, before, context } = hook;
    if (operation === 'delete') return;
    values.owner_id = context.access.actor.id;
    const after: Values = { ...before, ...values };
    const errors: FieldErrors = await ruleMistakes(context, asRule(after, await actionsAfter(hook)));
    refuse(errors);
    const anew = !before?.active || timing.some((name) => name in values && values[name] !== before[name]);
    if (!after.active) values.armed_at = null;
    else if (anew) values.armed_at = new Date().toISOString();
    if (after.active) values.problem = null;
  },
  actions: {
    preview: async ({ context, record, input, once }) => {
      const draft = draftOf(context, input.rule, record);
      const rule = asRule(draft, (draft.actions ?? []) as Values[]);
      refuse(await ruleMistakes(context, rule));
      // what is being changed will act for whoever saves it
      const changed = draft !== record || record.owner_id === context.access.actor.id;
      const { engine } = context;
      const owner = changed ? context : await contextOfRule(engine, { id: record.id, owner_id: record.owner_id });
      once.preview = await previewRule(context, owner, {
        ...rule,
        ...(changed ? { owner_id: context.access.actor.id } : {}),
      });
      return undefined;
    },
  },
} satisfies Behaviour;
