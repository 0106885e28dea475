import {
  type FieldErrors,
  fieldLabel,
  fieldNamed,
  isRuled,
  labelText,
  message,
  optionLabel,
  PublicError,
  type Resource,
  resourceLabel,
  ruleAddressees,
  ruleDates,
  ruleOwner,
  ruleStates,
  ruleUsers,
} from '@kontor/shared';
import type { Context } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { parseFilter } from '../../query/filters.ts';
import { addressPaths } from './addresses.ts';
import { recipientLabel } from './recipients.ts';
import type { Rule, RuleAction } from './rule.ts';

/** The fields among some that the user may read. */
const readable = ({ access }: Context, resource: Resource, names: readonly string[]) =>
  names.filter((name) => access.properties(resource).has(name));

const labels = ({ locale }: Context, resource: Resource, names: readonly string[]) =>
  names.map((name) => fieldLabel(fieldNamed(resource, name)!, name, locale)).join(', ');

/** Whom an action may be meant for, by its kind. */
const possibleRecipients = (context: Context, resource: Resource, kind: RuleAction['kind']): string[] => [
  ...readable(context, resource, kind === 'mail' ? ruleAddressees(resource) : ruleUsers(resource)),
  ...(kind === 'mail' ? addressPaths(context.access, resource).keys() : []),
  ruleOwner,
];

/** The resource of a rule, if the user may have rules for it. */
export function ruledResource({ access, engine }: Context, name: unknown): Resource | undefined {
  const resource = typeof name === 'string' ? engine.model.resources.get(name) : undefined;
  return resource && isRuled(resource) && access.condition(resource, 'read') !== null ? resource : undefined;
}

function filterMistake(context: Context, resource: Resource, filter: unknown): string | undefined {
  try {
    return parseFilter(context.access, resource, filter).trash
      ? message('rule_filter', { names: '_trash' })
      : undefined;
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return message('rule_filter', { names: Object.keys(error.fields ?? {}).join(', ') || JSON.stringify(filter) });
  }
}

function triggerMistakes(context: Context, resource: Resource, rule: Rule): FieldErrors {
  if (rule.trigger === 'date') {
    const dates = readable(context, resource, ruleDates(resource));
    return dates.includes(rule.date_field)
      ? {}
      : { date_field: message('rule_date', { names: labels(context, resource, dates) }) };
  }
  const field = resource.workflow?.field;
  if (!field || !context.access.properties(resource).has(field)) return { trigger: message('rule_no_steps') };
  const states = ruleStates(resource);
  const names = states.map((state) => optionLabel(resource.fields[field]!, state, context.locale)).join(', ');
  return Object.fromEntries(
    (['from_state', 'to_state'] as const)
      .filter((name) => rule[name] !== null && !states.includes(rule[name]))
      .map((name) => [name, message('rule_state', { names })]),
  );
}

async function templateMistake(context: Context, resource: Resource, id: string | null): Promise<string | undefined> {
  if (!id) return message('required');
  const template = await get(context, context.engine.model.get('email_templates'), id).catch((error) => {
    if (error instanceof PublicError) return undefined;
    throw error;
  });
  if (!template) return message('reference');
  return template.resource === resource.name ? undefined : message('template_other');
}

async function actionMistakes(context: Context, resource: Resource, action: RuleAction): Promise<FieldErrors | null> {
  const { access, engine, locale } = context;
  const errors: FieldErrors = {};
  const { kind, recipient, role_id: role, text } = action;
  const toRole = role !== null && (kind === 'notification' || kind === 'transition');
  const possible = possibleRecipients(context, resource, kind);
  if (recipient === null ? !toRole : !possible.includes(recipient)) {
    const fields = possible
      .slice(0, -1)
      .map((name) => recipientLabel(context, resource, name))
      .join(', ');
    const owner = locale === 'de' ? 'wer die Regel gespeichert hat' : 'whoever has saved the rule';
    errors.recipient = message('rule_recipient', { names: [fields, owner].filter(Boolean).join(', ') });
  }
  if ((kind === 'notification' || kind === 'task') && !text) errors.text = message('required');
  if (kind === 'task' && access.condition(engine.model.get('tasks'), 'create') === null)
    errors.kind = message('rule_exceeds');
  if (kind === 'transition') {
    const steps = Object.entries(resource.workflow?.transitions ?? {});
    const names = steps.map(([name, { label }]) => labelText(label, name, locale)).join(', ');
    if (steps.length === 0) errors.kind = message('rule_no_steps');
    else if (!steps.some(([name]) => name === action.transition)) errors.transition = message('rule_step', { names });
  }
  if (kind === 'mail') {
    const mailable = engine.model.subjects('mailable');
    const all = mailable.map((name) => resourceLabel(engine.model.get(name), locale)).join(', ');
    if (!mailable.includes(resource.name)) errors.kind = message('not_mailable', { names: all });
    else if (access.condition(engine.model.get('email_messages'), 'create') === null)
      errors.kind = message('rule_exceeds');
    else {
      const mistake = await templateMistake(context, resource, action.template_id);
      if (mistake) errors.template_id = mistake;
    }
  }
  return Object.keys(errors).length ? errors : null;
}

/** What is wrong with a rule in the eyes of who saves it (and with whose rights it will act), at its fields. */
export async function ruleMistakes(context: Context, rule: Rule): Promise<FieldErrors> {
  const resource = ruledResource(context, rule.resource);
  if (!resource) return { resource: message('rule_resource') };
  const filter = filterMistake(context, resource, rule.filter);
  const actions = await Promise.all(rule.actions.map((action) => actionMistakes(context, resource, action)));
  return {
    ...triggerMistakes(context, resource, rule),
    ...(filter ? { filter } : {}),
    ...(actions.some(Boolean) ? { actions } : {}),
  };
}
