import { inZone } from '../dates.ts';
import { zone } from '../kinds/datetime.ts';
import { dayFromToday } from '../moving_days.ts';

/**
 * Conditions as data: scopes, partial constraints, rollups and filters are all stated with them.
 * `api/src/query` turns one into SQL, `matches` evaluates one over a record.
 */
export type Scalar = string | number | boolean | null;

/** Who is asking, as far as conditions may know. */
export interface CurrentUser {
  readonly id: string;
  readonly brand_ids: readonly string[];
  readonly roles: readonly string[];
}

/** Who acts when nobody is signed in: the server itself, or somebody at its keyboard. No user has this id. */
export const operatorId = '00000000-0000-0000-0000-000000000000';

/** A value that is known only when the question is asked. */
export type Placeholder = { readonly user: keyof CurrentUser };
/** Another field of the same row. */
export type FieldReference = { readonly field: string };
/** A day so many days from today, in the installation's time zone; of instants all that lie in it. */
export type MovingDay = { readonly today: number };
export type Operand = Scalar | readonly Scalar[] | Placeholder | FieldReference | MovingDay;

export const isMovingDay = (operand: Operand | undefined): operand is MovingDay =>
  typeof operand === 'object' && operand !== null && 'today' in operand;

export interface Test {
  readonly eq?: Operand;
  readonly in?: Operand;
  readonly gte?: Operand;
  readonly lte?: Operand;
  readonly gt?: Operand;
  readonly lt?: Operand;
  readonly like?: string;
  readonly ilike?: string;
  /** A list field holds the value, or at least one of the values. */
  readonly has?: Operand;
  /** Is there nothing? An empty list is nothing. */
  readonly null?: boolean;
  /** The referenced record (for a list of references: at least one of them) meets a condition. */
  readonly where?: Condition;
}

export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly [field: string]: Scalar | Test };

/** Placeholders for scopes: `{ brand_id: { in: currentUser.brand_ids } }`. */
export const currentUser = {
  id: { user: 'id' },
  brand_ids: { user: 'brand_ids' },
  roles: { user: 'roles' },
} as const satisfies Record<string, Placeholder>;

export const everything: Condition = { and: [] };
export const nothing: Condition = { or: [] };

/** The condition for certain brands instead of those of whoever asks. */
export function boundTo(condition: Condition, brands: readonly string[]): Condition {
  const bind = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bind);
    if (typeof value !== 'object' || value === null) return value;
    if ('user' in value && value.user === 'brand_ids') return brands;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bind(inner)]));
  };
  return bind(condition) as Condition;
}

export const isTest = (value: unknown): value is Test => typeof value === 'object' && value !== null;

/** Does the record meet the condition? Conditions on other records (`where`) can not be seen here and count as met. */
export function matches(condition: Condition, record: Record<string, unknown>, user?: CurrentUser): boolean {
  if ('and' in condition && Array.isArray(condition.and)) return condition.and.every((c) => matches(c, record, user));
  if ('or' in condition && Array.isArray(condition.or)) return condition.or.some((c) => matches(c, record, user));
  if ('not' in condition && isTest(condition.not)) return !matches(condition.not as Condition, record, user);
  return Object.entries(condition).every(([field, test]) => meets(record[field], test as Scalar | Test, record, user));
}

function resolve(operand: Operand, record: Record<string, unknown>, user?: CurrentUser): unknown {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return operand;
  if ('user' in operand) return user?.[operand.user];
  return record[(operand as FieldReference).field];
}

/** `LIKE` of SQL: `%` is any text, `_` any character, a backslash takes what follows as it is. */
function isLike(value: unknown, pattern: string, flags: string): boolean {
  const source = pattern.replace(/\\([\s\S])|[\s\S]/gu, (letter, escaped?: string) =>
    letter === '%' ? '[^]*' : letter === '_' ? '[^]' : (escaped ?? letter).replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  );
  return new RegExp(`^${source}$`, `u${flags}`).test(String(value));
}

/** The same for days that move: dates and instants are compared by the day in which they lie. */
function meetsDay(value: unknown, test: Test): boolean {
  if (typeof value !== 'string') return false;
  const day = value.length > 10 ? inZone(new Date(value), zone.name).date : value;
  const fixed = Object.entries(test).map(([name, operand]) => [
    name,
    isMovingDay(operand) ? dayFromToday(operand.today) : operand,
  ]);
  return meets(day, Object.fromEntries(fixed) as Test, {});
}

function meets(value: unknown, test: Scalar | Test, record: Record<string, unknown>, user?: CurrentUser): boolean {
  if (!isTest(test)) return (value ?? null) === test;
  if (['eq', 'gte', 'lte', 'gt', 'lt'].some((name) => isMovingDay(test[name as 'eq']))) return meetsDay(value, test);
  const list = (operand: Operand) => {
    const resolved = resolve(operand, record, user);
    return Array.isArray(resolved) ? resolved : [resolved];
  };
  const against = (operand: Operand) => resolve(operand, record, user) as string;
  const present = value !== null && value !== undefined;
  if (test.eq !== undefined && (value ?? null) !== (against(test.eq) ?? null)) return false;
  if (test.in !== undefined && !list(test.in).includes(value)) return false;
  if (test.has !== undefined && !list(test.has).some((v) => Array.isArray(value) && value.includes(v))) return false;
  const empty = Array.isArray(value) && value.length === 0;
  if (test.null !== undefined && test.null !== (!present || empty)) return false;
  if (test.like !== undefined && !(present && isLike(value, test.like, ''))) return false;
  if (test.ilike !== undefined && !(present && isLike(value, test.ilike, 'i'))) return false;
  if (test.gte !== undefined && !(present && (value as string) >= against(test.gte))) return false;
  if (test.lte !== undefined && !(present && (value as string) <= against(test.lte))) return false;
  if (test.gt !== undefined && !(present && (value as string) > against(test.gt))) return false;
  if (test.lt !== undefined && !(present && (value as string) < against(test.lt))) return false;
  return true;
}
