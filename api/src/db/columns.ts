import { type Column, type Expression, propertiesOf, type Resource } from '@kontor/shared';
import { literal, quote } from './quote.ts';

/** The SQL type of a column. Together with `columnClause` the only place that turns columns as data into SQL. */
export function columnType(column: Column): string {
  if (column.type === 'numeric') return `numeric(${column.precision},${column.scale ?? 0})`;
  if (column.type === 'timestamptz') return 'timestamp with time zone';
  if (column.type === 'time') return 'time without time zone';
  return column.type;
}

/** Everything of a column but its name, as in CREATE TABLE. */
export function columnClause(column: Column): string {
  return [
    columnType(column),
    column.sorted ? 'COLLATE "de-x-icu"' : '',
    column.generated ? `GENERATED ALWAYS AS (${expressionSql(column.generated)}) STORED` : '',
    column.default === undefined ? '' : `DEFAULT ${column.default}`,
    column.notNull ? 'NOT NULL' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The condition that a column's values must meet, if any. */
export function columnCheck(column: Column): string | undefined {
  if (column.oneOf) return `${quote(column.name)} IN (${column.oneOf.map(literal).join(', ')})`;
  return column.check?.replaceAll('?', quote(column.name));
}

/** An expression over columns of the row. Missing parts are left out of a text and count as 0 in a number; nothing divided, and what is
 * divided by nothing, is nothing. */
export function expressionSql(expression: Expression): string {
  if ('join' in expression) {
    const { by } = expression;
    const parts = expression.join.map((name) => `coalesce(nullif(${quote(name)}, '') || ${literal(by)}, '')`);
    return `rtrim(${parts.join(' || ')}, ${literal(by)})`;
  }
  const operand = (part: string | number | Expression) =>
    typeof part === 'number'
      ? String(part)
      : typeof part === 'string'
        ? `coalesce(${quote(part)}, 0)`
        : `(${expressionSql(part)})`;
  if ('add' in expression) return expression.add.map(operand).join(' + ');
  if ('subtract' in expression) return expression.subtract.map(operand).join(' - ');
  if ('divide' in expression) {
    const [dividend, divisor] = expression.divide.map(quote);
    return `round(${dividend}::numeric / nullif(${divisor}, 0), ${expression.scale ?? 2})`;
  }
  return `round(${expression.multiply.map(operand).join(' * ')}, ${expression.scale ?? 2})`;
}

/** The columns of which an expression is made. */
export function columnsIn(expression: Expression): readonly string[] {
  if ('join' in expression) return expression.join;
  const parts = Object.values(expression).flat() as readonly (string | number | Expression)[];
  return parts.flatMap((part) => (typeof part === 'string' ? [part] : typeof part === 'number' ? [] : columnsIn(part)));
}

/**
 * The columns that a trigger has to name (`UPDATE OF`) to hear of every change of these: what a statement does not name itself,
 * but another trigger changes with it (copies), goes by the reference that it follows.
 */
export function changedBy(resource: Resource, columns: readonly string[]): string[] {
  const properties = propertiesOf(resource);
  const followed = (name: string): readonly string[] => {
    const { column, field } = properties.get(name) ?? {};
    if (field?.copies) return [field.copies[0]];
    return column?.generated ? columnsIn(column.generated).flatMap(followed) : [];
  };
  return [...new Set([...columns, ...columns.flatMap(followed)])];
}
