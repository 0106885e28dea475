import {
  type Condition,
  type CurrentUser,
  isMovingDay,
  isTest,
  type Model,
  type MovingDay,
  type Operand,
  type Property,
  propertiesOf,
  type Resource,
  type Scalar,
  type Test,
  zone,
} from '@kontor/shared';
import { columnType } from '../db/columns.ts';
import { literal, quote } from '../db/quote.ts';
import { allOf, anyOf, raw, type Sql, sql } from './sql.ts';

/** What a condition needs to become SQL. */
export interface Compiler {
  readonly model: Model;
  readonly user?: CurrentUser;
  /** Narrows what a condition finds behind a reference, for questions of clients. */
  readonly readable?: (target: Resource, alias: string) => Sql;
}

/** The pair table of a list of references. */
export const pairTable = (resource: Resource, field: string): string => `${resource.name}_${field}`;

/** Inner tables go by their depth, so that equal shapes give equal texts (and one prepared statement). */
const innerAlias = (alias: string): string => `x${/^x\d+$/.test(alias) ? Number(alias.slice(1)) + 1 : 1}`;

/** A condition over the rows of a resource, whose table goes by `alias`, as SQL. Unknown names are a mistake of the code. */
export function conditionSql(compiler: Compiler, resource: Resource, condition: Condition, alias: string): Sql {
  if ('and' in condition && Array.isArray(condition.and))
    return allOf(condition.and.map((c) => conditionSql(compiler, resource, c, alias)));
  if ('or' in condition && Array.isArray(condition.or))
    return anyOf(condition.or.map((c) => conditionSql(compiler, resource, c, alias)));
  if ('not' in condition && isTest(condition.not))
    return sql`(${conditionSql(compiler, resource, condition.not as Condition, alias)}) IS NOT TRUE`;
  return allOf(
    Object.entries(condition).map(([name, test]) => {
      const property = propertiesOf(resource).get(name);
      if (!property) throw new Error(`condition names ${resource.name}.${name}, which is no column`);
      return testSql(compiler, resource, property, isTest(test) ? (test as Test) : { eq: test as Scalar }, alias);
    }),
  );
}

function operandSql(compiler: Compiler, operand: Operand, alias: string, type?: string): Sql {
  const cast = type ? raw(`::${type}`) : raw('');
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return sql`${operand}${cast}`;
  if ('user' in operand) return sql`${compiler.user?.[operand.user] ?? null}${cast}`;
  return raw(`${alias}.${quote((operand as { field: string }).field)}`);
}

/** The day so many days from today, as a date or as the instant at which it begins. */
const dayFromToday = (days: number, type: string): Sql => {
  const day = sql`((now() AT TIME ZONE ${zone.name})::date + ${days}::int)`;
  return type === 'date' ? day : sql`(${day}::timestamp AT TIME ZONE ${zone.name})`;
};

/** A comparison with a day that moves. Instants are compared by the day in which they lie. */
function movingSql(column: Sql, type: string, name: 'eq' | keyof typeof comparisons, { today }: MovingDay): Sql {
  const day = dayFromToday(today, type);
  if (type === 'date') return sql`${column} ${raw(name === 'eq' ? '=' : comparisons[name])} ${day}`;
  const next = dayFromToday(today + 1, type);
  if (name === 'eq') return sql`(${column} >= ${day} AND ${column} < ${next})`;
  if (name === 'gte' || name === 'lt') return sql`${column} ${raw(comparisons[name])} ${day}`;
  return sql`${column} ${raw(name === 'lte' ? '<' : '>=')} ${next}`;
}

const comparisons = { gte: '>=', lte: '<=', gt: '>', lt: '<' } as const;

function testSql(compiler: Compiler, resource: Resource, property: Property, test: Test, alias: string): Sql {
  if (!property.column) return pairSql(compiler, resource, property, test, alias);
  const column = raw(`${alias}.${quote(property.name)}`);
  const type = columnType(property.column);
  const pieces: Sql[] = [];
  if (isMovingDay(test.eq)) pieces.push(movingSql(column, type, 'eq', test.eq));
  else if (test.eq !== undefined)
    pieces.push(
      test.eq === null ? sql`${column} IS NULL` : sql`${column} = ${operandSql(compiler, test.eq, alias, type)}`,
    );
  if (test.in !== undefined) pieces.push(sql`${column} = ANY(${operandSql(compiler, test.in, alias, `${type}[]`)})`);
  for (const [name, sign] of Object.entries(comparisons)) {
    const operand = test[name as keyof typeof comparisons];
    if (isMovingDay(operand)) pieces.push(movingSql(column, type, name as keyof typeof comparisons, operand));
    else if (operand !== undefined)
      pieces.push(sql`${column} ${raw(sign)} ${operandSql(compiler, operand, alias, type)}`);
  }
  if (test.like !== undefined) pieces.push(sql`${column}::text LIKE ${test.like}`);
  if (test.ilike !== undefined) pieces.push(sql`${column}::text ILIKE ${test.ilike}`);
  if (test.null !== undefined) pieces.push(nullSql(property, column, test.null));
  if (test.has !== undefined) pieces.push(sql`${column} && ${asList(compiler, test.has)}::text[]`);
  if (test.where !== undefined) {
    const target = compiler.model.get(property.field.to as string);
    const inner = innerAlias(alias);
    pieces.push(
      sql`EXISTS (SELECT 1 FROM ${raw(`${quote(target.name)} ${inner} WHERE ${inner}.id = `)}${column} AND ${behind(compiler, target, test.where, inner)})`,
    );
  }
  return allOf(pieces);
}

/** A condition on a record behind a reference. */
const behind = (compiler: Compiler, target: Resource, condition: Condition, alias: string): Sql =>
  allOf([
    conditionSql(compiler, target, condition, alias),
    ...(compiler.readable ? [compiler.readable(target, alias)] : []),
  ]);

const nullSql = (property: Property, column: Sql, isNull: boolean): Sql => {
  if (property.column?.type === 'text[]') return sql`${column} ${raw(isNull ? '=' : '<>')} '{}'`;
  return sql`${column} ${raw(isNull ? 'IS NULL' : 'IS NOT NULL')}`;
};

function asList(compiler: Compiler, operand: Operand): unknown {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand) && 'user' in operand)
    return compiler.user?.[operand.user] ?? [];
  return Array.isArray(operand) ? operand : [operand];
}

/** Conditions on a list of references: EXISTS, so that no row is multiplied. */
function pairSql(compiler: Compiler, resource: Resource, property: Property, test: Test, alias: string): Sql {
  const { from, link, target } = pairSource(compiler.model, resource, property.fieldName);
  const inner = innerAlias(alias);
  const rows = (extra: Sql) =>
    sql`EXISTS (SELECT 1 FROM ${raw(`${from} ${inner} WHERE ${inner}.${link} = ${alias}.id`)} AND ${extra})`;
  const pieces: Sql[] = [];
  if (test.has !== undefined)
    pieces.push(rows(sql`${raw(`${inner}.${target}`)} = ANY(${asList(compiler, test.has)}::uuid[])`));
  if (test.null !== undefined) pieces.push(test.null ? sql`NOT ${rows(raw('true'))}` : rows(raw('true')));
  if (test.where !== undefined) {
    const to = compiler.model.get(property.field.to as string);
    const deep = innerAlias(inner);
    pieces.push(
      rows(
        sql`EXISTS (SELECT 1 FROM ${raw(`${quote(to.name)} ${deep} WHERE ${deep}.id = ${inner}.${target}`)} AND ${behind(compiler, to, test.where, deep)})`,
      ),
    );
  }
  return allOf(pieces);
}

/** Where the pairs of a list of references are: its own pair table, or the declared resource it goes through. */
export function pairSource(
  model: Model,
  resource: Resource,
  fieldName: string,
): { from: string; link: string; target: string } {
  const field = resource.fields[fieldName]!;
  if (!field.through) return { from: quote(pairTable(resource, fieldName)), link: 'record_id', target: 'target_id' };
  const through = model.get(field.through as string);
  const pointing = (to: string) =>
    Object.entries(through.fields).find(([, f]) => f.kind === 'reference' && f.to === to)?.[0] ?? 'id';
  const conditions = [
    through.trash ? 'deleted_at IS NULL' : '',
    ...Object.entries((field.where ?? {}) as Record<string, string | readonly string[]>).map(
      ([name, value]) => `${quote(name)} IN (${[value].flat().map(literal).join(', ')})`,
    ),
  ].filter(Boolean);
  const source = conditions.length
    ? `(SELECT * FROM ${quote(through.name)} WHERE ${conditions.join(' AND ')})`
    : quote(through.name);
  return { from: source, link: quote(pointing(resource.name)), target: quote(pointing(field.to as string)) };
}
