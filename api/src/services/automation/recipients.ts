import {
  addressPathLabel,
  fieldLabel,
  fieldNamed,
  inZone,
  PublicError,
  type Resource,
  ruleOwner,
} from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { addressPaths, foundBy } from './addresses.ts';
import type { Rule, RuleAction } from './rule.ts';
import { say } from './words.ts';

export interface Recipient {
  readonly name: string;
  readonly email: string;
  /** Absent where an address of the record is meant. */
  readonly user?: string;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Active users, as far as the rule's owner sees them; themselves they see always. */
const usersWith = (context: Context, ids: readonly string[]): Promise<Found[]> => {
  const { access, engine } = context;
  const users = engine.model.get('users');
  return engine.db.query<Found>(
    sql`SELECT t.id, t.name, t.email FROM users t WHERE t.id = ANY(${ids}::uuid[]) AND t.active AND t.deleted_at IS NULL AND (t.id = ${access.actor.id} OR ${access.rows(users, 'read', 't')}) ORDER BY t.name, t.id`,
  );
};

/** Who has a role now. */
async function usersOfRole({ engine }: Context, role: string): Promise<string[]> {
  const { date } = inZone(new Date(), engine.timeZone);
  const rows = await engine.db.query<{ id: string }>(
    sql`SELECT DISTINCT user_id AS id FROM user_roles WHERE role_id = ${role} AND coalesce(valid_from, ${date}::date) <= ${date}::date AND coalesce(valid_to, ${date}::date) >= ${date}::date`,
  );
  return rows.map(({ id }) => id);
}

/** What a recipient is called in a rule. */
export function recipientLabel({ access, locale }: Context, resource: Resource, name: string): string {
  const path = name.includes('.') ? addressPaths(access, resource).get(name) : undefined;
  if (path) return addressPathLabel(path, resource, locale);
  const field = fieldNamed(resource, name);
  return name === ruleOwner || !field ? say(locale, 'owner') : fieldLabel(field, name, locale);
}

/** Whom an action is meant for with this record, as its reader sees it; a `PublicError` when there is nobody. */
export async function recipientsOf(
  context: Context,
  resource: Resource,
  record: Row,
  rule: Pick<Rule, 'owner_id'>,
  action: RuleAction,
): Promise<Recipient[]> {
  const { locale } = context;
  const { recipient, role_id: role } = action;
  const toRole = role && (action.kind === 'notification' || action.kind === 'transition') ? role : undefined;
  if (!recipient && !toRole) throw new PublicError('invalid', { recipient: say(locale, 'nobody', { what: '?' }) });
  if (recipient && recipient !== ruleOwner && fieldNamed(resource, recipient)?.kind === 'email') {
    const email = record[recipient] as string | null | undefined;
    if (email) return [{ name: '', email }];
    throw new PublicError('invalid', {
      recipient: say(locale, 'nobody', { what: recipientLabel(context, resource, recipient) }),
    });
  }
  const path = recipient?.includes('.') ? addressPaths(context.access, resource).get(recipient) : undefined;
  const beside = path && action.kind === 'mail' ? await foundBy(context, resource, record, path) : undefined;
  if (beside?.kind === 'email' && beside.values.length) return beside.values.map((email) => ({ name: '', email }));
  const named = recipient === ruleOwner ? rule.owner_id : recipient ? (record[recipient] as string | null) : null;
  const ids = [
    ...(named ? [named] : []),
    ...(beside?.kind === 'user' ? beside.values : []),
    ...(toRole ? await usersOfRole(context, toRole) : []),
  ];
  const found = ids.length ? await usersWith(context, ids) : [];
  if (found.length === 0)
    throw new PublicError('invalid', {
      recipient: recipient
        ? say(locale, 'nobody', { what: recipientLabel(context, resource, recipient) })
        : say(locale, 'nobody_with_role'),
    });
  return found.map(({ id, name, email }) => ({ user: id, name, email }));
}
