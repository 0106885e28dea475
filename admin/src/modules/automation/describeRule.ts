import {
  fieldLabel,
  fieldNamed,
  type Locale,
  labelText,
  optionLabel,
  type Resource,
  resourceLabel,
  ruleOwner,
} from '@kontor/shared';
import type { Values } from '../../screens/form/values.ts';
import type { Say } from './words.ts';

/** What a field of the watched records is called. */
export function fieldName(resource: Resource, name: string, locale: Locale, t: Say): string {
  const field = fieldNamed(resource, name);
  return name === ruleOwner || !field ? t('owner') : fieldLabel(field, name, locale);
}

const state = (resource: Resource, name: string, locale: Locale): string => {
  const field = resource.workflow && resource.fields[resource.workflow.field];
  return field ? optionLabel(field, name, locale) : name;
};

/** When a rule acts, in words: `3 Tage vor „Fällig am“ (08:00 Uhr), bei Aufgaben`. */
export function describeWhen(rule: Values, resource: Resource, locale: Locale, t: Say): string {
  const of = { resource: resourceLabel(resource, locale) };
  if (rule.trigger === 'transition') {
    const [from, to] = [rule.from_state, rule.to_state].map((name) => name && state(resource, name, locale));
    const key =
      from && to ? 'sentence_step' : from ? 'sentence_step_from' : to ? 'sentence_step_any' : 'sentence_step_all';
    return t(key, { ...of, from: from ?? '', to: to ?? '' });
  }
  const field = fieldName(resource, rule.date_field, locale, t);
  const amount = Number(rule.amount ?? 0);
  const direction = rule.direction as 'before' | 'on' | 'after';
  const when =
    direction === 'on' || amount === 0
      ? t('on_day', { field })
      : t(`${direction}_${rule.unit as 'days' | 'hours'}`, { field, amount });
  const isDate = fieldNamed(resource, rule.date_field)?.kind === 'date';
  const often = rule.yearly ? t('every_year', { when }) : when;
  return t('sentence_date', { ...of, when: isDate ? t('at', { when: often, time: rule.at_time }) : often });
}

/** What an action does, in words; `title` knows the names of templates, roles and ways to addresses. */
export function describeAction(
  action: Values,
  resource: Resource,
  locale: Locale,
  t: Say,
  title: (id: string) => string | undefined,
): string {
  const role = action.role_id && ['notification', 'transition'].includes(action.kind) ? action.role_id : undefined;
  const who = [
    ...(action.recipient ? [title(action.recipient) ?? fieldName(resource, action.recipient, locale, t)] : []),
    ...(role ? [t('role', { role: title(role) ?? '…' })] : []),
  ].join(', ');
  if (action.kind === 'mail') return t('do_mail', { who, what: title(action.template_id) ?? '…' });
  if (action.kind === 'transition') {
    const step = resource.workflow?.transitions[action.transition];
    return t('do_transition', { who, what: step ? labelText(step.label, action.transition, locale) : '…' });
  }
  if (action.kind === 'task' && action.due_in > 0)
    return t('do_task_due', { who, what: action.text ?? '', days: action.due_in });
  return t(action.kind === 'task' ? 'do_task' : 'do_notification', { who, what: action.text ?? '' });
}
