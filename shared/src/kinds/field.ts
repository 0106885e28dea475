import type { RollupOptions } from './rollup.ts';

/** A label: German, or both languages. The English text follows from the data name unless it is given. */
export type Label = string | { readonly de: string; readonly en: string };

/** Search weight: A is the name people search by, C is something that may help. */
export type Weight = 'A' | 'B' | 'C';

/** What every field may say, whatever its kind. `V` is the type of its value. */
export interface CommonOptions<V = unknown> {
  /** The value must be present on create and can not be cleared. */
  readonly required?: boolean;
  /** A hint below the input. */
  readonly help?: Label;
  /** Name of a guard: a group of sensitive fields that a role must be granted. */
  readonly guard?: string;
  /** No two records (outside the trash) share the value. */
  readonly unique?: boolean;
  /**
   * Part of the full-text search of the resource. By a reference its records are found as well as by themselves: by what the search
   * knows of the record that it names, for those who may see that one.
   */
  readonly search?: Weight;
  /** Set by the server only. */
  readonly readOnly?: boolean;
  /**
   * The value of a field of the record that a reference of this one names, which the database keeps the same in both (with
   * `readOnly`): what is compared, sorted or excluded by, though it is decided elsewhere.
   */
  readonly copies?: readonly [reference: string, field: string];
  /** The least or greatest value of a field over the records that belong to this one, kept by the database (with `readOnly`). */
  readonly rollup?: RollupOptions;
  /** Value of a new record when none is sent: a constant or a name resolved by the server. */
  readonly default?: V | { readonly from: 'today' | 'now' | 'current_user' };
  /** Changing it asks for a fresh proof of who one is, as `step_up` of a resource. */
  readonly step_up?: boolean;
  /** Not shown in generated screens (still in the API). */
  readonly hidden?: boolean;
}

/** A field of a resource: its kind, label and options. `$value` exists for the type checker only. */
export type Field<K extends string, V, O> = { readonly kind: K; readonly label: Label; readonly $value?: V } & O;

/** Any field, when the kind does not matter. Options of a kind are read as plain properties. */
export type AnyField = { readonly kind: string; readonly label: Label; readonly $value?: any } & CommonOptions<any> & {
    readonly min?: any;
    readonly max?: any;
    readonly [option: string]: any;
  };

/**
 * Makes the function with which declarations state a field of one kind, e.g. `text('Name', { required: true })`.
 * The literal type of the options is kept, so that required fields and choices are known to the type checker
 * (`NoInfer`: without options the type must not be guessed from the place where the field is stated).
 */
export function fieldOf<K extends string, V, Options extends object = object>(kind: K) {
  return <const O extends Options & CommonOptions<V>>(label: Label, options?: O): Field<K, V, NoInfer<O>> =>
    ({ ...options, kind, label }) as never;
}
