import { message, PublicError } from '@kontor/shared';
import type { Context, Row, Values } from '../../engine/context.ts';
import { refuse, validate } from '../../engine/validate.ts';
import { ruleMistakes } from './check.ts';
import { previewRule, type RulePreview } from './preview.ts';
import { type Rule, ruleAction } from './rule.ts';

/** No rule has this id, so nothing was decided under it. */
const unsaved = '00000000-0000-0000-0000-000000000000';

/** Values of a rule with everything that was not said. */
export const asRule = (values: Values, actions: readonly Values[]): Rule =>
  ({
    from_state: null,
    to_state: null,
    filter: null,
    amount: 0,
    yearly: false,
    ...values,
    actions: actions.map(ruleAction),
  }) as unknown as Rule;

/** A rule with values as somebody is typing them: checked like any change of it, or like a new one. */
export function draftOf(context: Context, typed: unknown, record?: Row): Values {
  if (record && (typed === null || typed === undefined)) return record;
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed))
    throw new PublicError('invalid', { rule: message('invalid') });
  const resource = context.engine.model.get('automation_rules');
  const { version: _version, ...values } = typed as Values;
  const valid = validate(context, resource, values, record);
  refuse(valid.errors);
  const lines = valid.lines.actions?.rows.map(({ current, valid: { columns } }) => ({ ...current, ...columns }));
  return { ...record, ...valid.columns, ...(lines ? { actions: lines } : {}) };
}

/** What a rule would do that was not saved yet, with the rights of who types it. Nothing is written, not even tried. */
export async function previewDraft(context: Context, typed: unknown): Promise<RulePreview> {
  const { access, engine } = context;
  const rules = engine.model.get('automation_rules');
  access.require(rules, 'create');
  access.require(rules, 'action.preview');
  const draft = draftOf(context, typed);
  const rule: Rule = {
    ...asRule(draft, (draft.actions ?? []) as Values[]),
    id: unsaved,
    owner_id: access.actor.id,
    // it would count from now, whether it is to be switched on at once or not
    active: false,
    armed_at: null,
  };
  refuse(await ruleMistakes(context, rule));
  return previewRule(context, context, rule);
}
