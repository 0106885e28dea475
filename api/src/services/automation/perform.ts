import { inZone, labelText, PublicError, type Resource } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { create } from '../../engine/create.ts';
import { titleFrom } from '../../engine/embed.ts';
import { escaped } from '../escaped.ts';
import { templateFor, writeFrom } from '../mail/template_mail.ts';
import { enterNews, type News } from '../notifications/enter.ts';
import { brandFor } from './brand.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import type { Rule, RuleAction } from './rule.ts';
import { say } from './words.ts';

/** What was done about a record: in words for the log, and the tasks that were created. */
export interface Done {
  readonly words: string;
  readonly task?: string;
}

interface Call {
  /** With the rights of the rule's owner, within the transaction. */
  readonly context: Context;
  readonly tx: Transaction;
  readonly resource: Resource;
  readonly record: Row;
  readonly rule: Rule;
  readonly action: RuleAction;
}

async function notify({ context, tx, resource, record, rule }: Call, to: readonly Recipient[], text: string) {
  const { access, engine } = context;
  const news = to.flatMap(({ user }): News[] =>
    user
      ? [
          {
            user_id: user,
            kind: 'rule',
            subject_resource: resource.name,
            subject_id: record.id,
            rule_id: rule.id,
            text: text.slice(0, 200),
            created_by: access.actor.id,
          },
        ]
      : [],
  );
  if (news.length) await tx.query(enterNews(news, 'anew'));
  tx.afterCommit(() => engine.totals.changed('notifications'));
}

async function sendMail({ context, tx, resource, record, action }: Call, to: readonly Recipient[]): Promise<Done> {
  const recipients = to.map(({ name, email }) => ({ email, name: name || null }));
  const chosen = await templateFor(context, tx, resource, record, action.template_id!);
  await writeFrom(context, tx, { resource, record }, chosen, { recipients });
  return { words: say(context.locale, 'mailed', { what: chosen.template.name }) };
}

/** What a task about a record is about: the record, or what that is about itself. */
function aboutOf({ context, resource, record }: Call): Record<string, unknown> {
  if (resource.abilities?.includes('taskable')) return { subject_resource: resource.name, subject_id: record.id };
  for (const [name, field] of Object.entries(resource.fields)) {
    const target = field.kind === 'subject' ? record[`${name}_resource`] : undefined;
    if (target && context.engine.model.subjects('taskable').includes(target))
      return { subject_resource: target, subject_id: record[`${name}_id`] };
  }
  return {};
}

async function makeTask(call: Call, [to]: readonly Recipient[]): Promise<Done> {
  const { context, resource, record, rule, action } = call;
  const { engine, locale } = context;
  const { date } = inZone(new Date(Date.now() + (action.due_in ?? 0) * 86_400_000), engine.timeZone);
  const link = `${engine.outward.url}/${resource.name}/${record.id}/show`;
  const task = await create(context, engine.model.get('tasks'), {
    name: action.text,
    assignee_id: to?.user ?? null,
    due_on: date,
    brand_id: brandFor(context, resource, record),
    description: `<p>${escaped(say(locale, 'by_rule', { what: rule.name }))}: <a href="${escaped(link)}">${escaped(titleFrom(resource, record, locale))}</a></p>`,
    ...aboutOf(call),
  });
  return { words: say(locale, 'task_made', { what: action.text! }), task: task.id };
}

async function propose(call: Call, to: readonly Recipient[]): Promise<Done> {
  const { context, resource, record, action } = call;
  const { field, transitions } = resource.workflow!;
  const step = transitions[action.transition!];
  if (!step) throw new PublicError('unknown_route');
  const what = labelText(step.label, action.transition!, context.locale);
  if (!step.from.includes(record[field])) return { words: say(context.locale, 'not_possible', { what }) };
  await notify(call, to, action.text ? `${action.text}: ${what}` : say(context.locale, 'proposal', { what }));
  return { words: say(context.locale, 'proposed', { what }) };
}

/** Does one thing of a rule about a record, with the rights of the rule's owner. What fails is thrown. */
export async function perform(call: Call): Promise<Done> {
  const { context, resource, record, rule, action } = call;
  const to = await recipientsOf(context, resource, record, rule, action);
  if (action.kind === 'mail') return sendMail(call, to);
  if (action.kind === 'task') return makeTask(call, to);
  if (action.kind === 'transition') return propose(call, to);
  await notify(call, to, action.text!);
  return { words: say(context.locale, 'notified', { what: action.text! }) };
}
