import type { z } from 'zod';
import type { AnyField } from './field.ts';

/** A column as data; `api/src/db/columns.ts` is the only place that turns it into SQL. */
export interface Column {
  readonly name: string;
  readonly type:
    | 'uuid'
    | 'text'
    | 'integer'
    | 'bigint'
    | 'numeric'
    | 'boolean'
    | 'date'
    | 'time'
    | 'timestamptz'
    | 'jsonb'
    | 'text[]';
  readonly precision?: number;
  readonly scale?: number;
  readonly notNull?: boolean;
  /** Default as SQL literal. */
  readonly default?: string;
  /** Text that people read is sorted the German way. */
  readonly sorted?: boolean;
  /** Allowed values of a text column. */
  readonly oneOf?: readonly string[];
  /** A condition in SQL over this column, written with `?` for its name. */
  readonly check?: string;
  readonly references?: { readonly resource: string; readonly onDelete: 'restrict' | 'cascade' | 'set_null' };
  /** A stored generated column. */
  readonly generated?: Expression;
}

/** A column, a number, or an expression again. */
type Operand = string | number | Expression;

/** An expression over columns of the same row, as data. */
export type Expression =
  | { readonly join: readonly string[]; readonly by: string }
  | { readonly add: readonly Operand[] }
  | { readonly subtract: readonly Operand[] }
  | { readonly multiply: readonly Operand[]; readonly scale?: number }
  | { readonly divide: readonly [dividend: string, divisor: string]; readonly scale?: number };

/** Operators of a filter. `eq` has no suffix; `in` is `eq` with a list; the others are `<field>_<operator>`. */
export type Operator = 'eq' | 'in' | 'gte' | 'lte' | 'gt' | 'lt' | 'like' | 'ilike' | 'null' | 'has';

export type Locale = 'de' | 'en';

/** Values with which the conformance suite drives a kind through every floor. */
export interface Samples {
  /** Pairs of what a client sends and what it reads back (the same value when given alone). */
  readonly valid: readonly { readonly in: unknown; readonly out?: unknown }[];
  readonly invalid: readonly unknown[];
}

/**
 * A field kind: everything the house needs to know about it. One file per kind; the admin has a folder of the same name.
 * Optional members are rare abilities.
 */
export interface Kind {
  readonly name: string;
  /** Stored columns; none for what lives in other tables. Their names are the wire names. */
  columns(field: AnyField, name: string): readonly Column[];
  /** Validator of a non-null value on the wire; its output is the value in canonical form. */
  schema(field: AnyField): z.ZodType;
  readonly operators: readonly Operator[];
  samples(field: AnyField): Samples;
  /** Text for people: lists, exports, titles. */
  format(value: any, field: AnyField, locale: Locale): string;
  /** Reads text typed or imported by people (`1.234,56`, `21.11.2026`) into a wire value; what it can not read it returns as is. */
  parse(text: string, field: AnyField, locale: Locale): unknown;
  /** Derived by the server: never accepted on write. */
  readonly computed?: boolean;
  /** The value leaves the server never (secret) or is written by its own verb (status). */
  readonly writeOnly?: boolean;
  /** Values are encrypted before they are stored; the rotation of keys finds them by this. */
  readonly encrypted?: boolean;
  /** Turns the canonical value into the parameter for PostgreSQL. */
  toDatabase?(value: any): unknown;
  /** Can the list be sorted by it? */
  readonly sortable?: boolean;
  /** Values are numbers that can be summed; told for each field where it depends on what is declared (`canSum` answers). */
  readonly summable?: boolean | ((field: AnyField) => boolean);
  /** Media types of the content that the value stands for; absent when any will do. */
  accepts?(field: AnyField): readonly string[] | undefined;
  /** Checks of the declaration that types can not express; returns a sentence per mistake. */
  check?(field: AnyField): readonly string[];
}

/** Identity with a checked type. */
export const defineKind = <const T extends Kind>(kind: T): T => kind;
