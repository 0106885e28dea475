import { formatDecimal } from '../numbers.ts';
import { exactSchema } from './exact.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind, type Expression } from './kind.ts';
import { moneyKind } from './money.ts';
import { plainText, textOperators } from './textual.ts';

export interface ExpressionOptions {
  readonly as: Expression;
  /** It is an amount of money, in this currency. */
  readonly currency?: 'EUR' | 'CHF';
}

const textual = (expression: Expression) => 'join' in expression;
const scaleOf = (expression: Expression) => ('scale' in expression ? expression.scale : undefined) ?? 2;

/** A value computed by PostgreSQL from other fields of the same record, stored with it: it sorts and filters like any other. */
export function expression<const O extends ExpressionOptions & CommonOptions<never>>(
  label: Label,
  options: O,
): Field<'expression', string, O> {
  return { ...options, kind: 'expression', label } as never;
}

export const expressionKind = defineKind({
  name: 'expression',
  columns: (field, name) => {
    const as = field.as as Expression;
    return [
      textual(as)
        ? { name, type: 'text', sorted: true, generated: as }
        : { name, type: 'numeric', precision: 20, scale: scaleOf(as), generated: as },
    ];
  },
  schema: (field) => (textual(field.as) ? plainText(20_000) : exactSchema(20, scaleOf(field.as), {})),
  operators: textOperators,
  sortable: true,
  // neither texts nor shares: an average of each adds up to nothing
  summable: (field) => !textual(field.as) && !('divide' in field.as),
  computed: true,
  format: (value, field, locale) => {
    if (textual(field.as)) return String(value);
    return field.currency ? moneyKind.format(String(value), field, locale) : formatDecimal(String(value), locale);
  },
  parse: (text) => text,
  samples: () => ({ valid: [], invalid: [] }),
});
