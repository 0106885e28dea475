import {
  type Condition,
  type Decision,
  decide,
  type Grant,
  grantsOf,
  type Operation,
  opens,
  type Resource,
  shippedRoles,
} from '@kontor/shared';
import { conditionText } from './conditions.ts';
import { columns, type Look, section } from './text.ts';

/** The operations that exist on a resource. */
export function operationsOf(resource: Resource): Operation[] {
  const writable = !resource.internal && !resource.append_only && !resource.owned;
  return [
    'read',
    'export',
    ...(writable ? (['create', 'update', 'import'] as const) : []),
    ...(writable && !resource.permanent ? (['delete'] as const) : []),
    ...(writable && resource.trash ? (['restore'] as const) : []),
    ...Object.keys(resource.workflow?.transitions ?? {}).map((name) => `transition.${name}` as const),
    ...Object.keys(resource.actions ?? {}).map((name) => `action.${name}` as const),
  ];
}

/** The names of the scopes that a condition consists of, if it does. */
function scopesIn(condition: Condition, resource: Resource): string | undefined {
  const nameOf = (one: Condition) => Object.entries(resource.scopes ?? {}).find(([, scope]) => scope === one)?.[0];
  const parts = 'or' in condition && Array.isArray(condition.or) ? (condition.or as Condition[]) : [];
  const names = nameOf(condition) ? [nameOf(condition)] : parts.map(nameOf);
  return names.length && names.every(Boolean) ? `scope ${names.join(' or ')}` : undefined;
}

/** Which rows a decision leaves: the name of a scope says more than its condition, which is told once below. */
function answer(decision: Decision, resource: Resource): string {
  if (typeof decision === 'string') return decision === 'all' ? 'all rows' : 'no';
  const whole = scopesIn(decision, resource);
  if (whole) return whole;
  // what is granted, and without what is denied
  const parts = 'and' in decision && Array.isArray(decision.and) ? (decision.and as Condition[]) : [decision];
  const told = parts.map((part) => {
    const denied = 'not' in part ? (part.not as Condition) : undefined;
    const named = scopesIn(denied ?? part, resource);
    return named && (denied ? `not ${named}` : named);
  });
  return told.every(Boolean) ? told.join(', ') : conditionText(decision);
}

/** What each shipped role may do, one line per answer, and what the scopes mean. */
export function explainPermissions(resource: Resource, look: Look): string[] {
  if (resource.server_only)
    return section('Permissions', ['  none: only the server’s own code reads and writes it'], look);
  const operations = operationsOf(resource);
  const guards = [...new Set(Object.values(resource.fields).flatMap(({ guard }) => guard ?? []))];
  const lines = Object.keys(shippedRoles).flatMap((role) => {
    const grants: readonly Grant[] = grantsOf([role]);
    const answers = new Map<string, string[]>();
    for (const operation of operations) {
      const text = answer(decide(grants, resource, operation), resource);
      answers.set(text, [...(answers.get(text) ?? []), operation]);
    }
    const closed = guards.filter((guard) => !opens(grants, guard, resource));
    return [
      ...[...answers].map(([text, names], i) => [i === 0 ? role : '', text, names.join(', ')]),
      ...(closed.length ? [['', 'without fields', closed.join(', ')]] : []),
    ];
  });
  const scopes = Object.entries(resource.scopes ?? {}).map(([name, condition]) => [name, conditionText(condition)]);
  const subjects = Object.entries(resource.fields)
    .filter(([, field]) => field.kind === 'subject')
    .map(([name]) => `  A row is visible only if its subject (${name}) is.`);
  return [
    ...section('Permissions', columns(lines, look), look),
    ...section('Scopes', [...columns(scopes, look), ...subjects], look),
  ];
}
