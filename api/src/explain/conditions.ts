import { type Condition, isTest, movingDay, type Operand, type Scalar, type Test } from '@kontor/shared';

const signs = { eq: '=', gte: '≥', lte: '≤', gt: '>', lt: '<', like: 'like', ilike: 'like' } as const;

function operand(value: Operand): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('user' in value) return `user.${value.user}`;
  if ('field' in value) return value.field;
  if ('today' in value) return movingDay(value.today);
  return `(${value.join(', ')})`;
}

function test(name: string, wanted: Scalar | Test): string {
  if (!isTest(wanted)) return `${name} = ${wanted}`;
  const parts: string[] = [];
  for (const [key, sign] of Object.entries(signs)) {
    const value = wanted[key as keyof typeof signs];
    if (value !== undefined) parts.push(`${name} ${sign} ${operand(value)}`);
  }
  if (wanted.in !== undefined) parts.push(`${name} in ${operand(wanted.in)}`);
  if (wanted.has !== undefined) parts.push(`${name} has one of ${operand(wanted.has)}`);
  if (wanted.null !== undefined) parts.push(`${name} is ${wanted.null ? '' : 'not '}empty`);
  if (wanted.where !== undefined) parts.push(`${name} → (${conditionText(wanted.where)})`);
  return parts.join(' and ');
}

/** A part of a conjunction: of several alternatives it says where they begin and end. */
function partText(part: Condition): string {
  const text = conditionText(part);
  return 'or' in part && Array.isArray(part.or) && part.or.length > 1 ? `(${text})` : text;
}

/** A condition as people read it. */
export function conditionText(condition: Condition): string {
  if ('and' in condition && Array.isArray(condition.and))
    return condition.and.length ? condition.and.map(partText).join(' and ') : 'every row';
  if ('or' in condition && Array.isArray(condition.or))
    return condition.or.length ? condition.or.map(conditionText).join(' or ') : 'no row';
  if ('not' in condition && isTest(condition.not)) return `not (${conditionText(condition.not as Condition)})`;
  return Object.entries(condition)
    .map(([name, wanted]) => test(name, wanted as Scalar | Test))
    .join(' and ');
}
