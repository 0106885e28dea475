import type { Condition } from '../access/condition.ts';
import type { AnyField, Label } from '../kinds/field.ts';
import type { Page } from './page.ts';

export type Fields = { readonly [name: string]: AnyField };

/** Columns that every table has, and those of the trash. */
export type SystemColumn =
  | 'id'
  | 'created_at'
  | 'created_by'
  | 'updated_at'
  | 'updated_by'
  | 'version'
  | 'deleted_at'
  | 'deleted_by';

type Name<F> = keyof F & string;
/** Names of the fields of one kind. */
export type FieldsOfKind<F, K extends string> = {
  [N in keyof F]: F[N] extends { kind: K } ? N : never;
}[keyof F] &
  string;
/** Wire names: a subject has two. */
export type WireName<F> =
  | Exclude<Name<F>, FieldsOfKind<F, 'subject'>>
  | `${FieldsOfKind<F, 'subject'>}_resource`
  | `${FieldsOfKind<F, 'subject'>}_id`;
type Column<F> = Name<F> | SystemColumn;
/** The states of the status field. */
export type StatesOf<F> = {
  [N in keyof F]: F[N] extends { kind: 'status'; options: infer S } ? keyof S & string : never;
}[keyof F];

/** Singular and plural in German; English follows from the name unless given. */
export interface ResourceLabel {
  readonly de: readonly [one: string, many: string];
  readonly en?: readonly [one: string, many: string];
}

export interface Transition<F> {
  readonly label: Label;
  readonly from: readonly StatesOf<F>[];
  readonly to: StatesOf<F>;
  /** Fields that must be filled. */
  readonly requires?: readonly Name<F>[];
  /** Extra input asked for when the transition is made, saved with the record. */
  readonly input?: readonly Name<F>[];
  /** Only for who has just proven to be themselves, as `step_up` of a resource. */
  readonly step_up?: boolean;
  /** It has a guard: what else must be there is told by the resource's behaviour (`Behaviour.guards`). */
  readonly guarded?: boolean;
}

export interface Action {
  readonly label: Label;
  readonly input?: Fields;
  /** Name of the icon. */
  readonly icon?: string;
  /** It has a place of its own on the page of the record: menus do not offer it. */
  readonly apart?: boolean;
  /** Of records that are so; of others it is refused, and not offered. By what everybody sees of them (E120). */
  readonly when?: Condition;
  /** Only for who has just proven to be themselves, as `step_up` of a resource. */
  readonly step_up?: boolean;
  /** It writes mails, records of this resource: its dialog shows them before, by a dry run. */
  readonly writes?: string;
}

/** A paper that is made of a record and what belongs to it, kept nowhere. What stands on it says the resource's behaviour. */
export interface SheetDeclaration {
  readonly label: Label;
  /** Excel as well: an export of rows of this resource, for who may export these. */
  readonly xlsx?: string;
}

export interface Check<F> {
  readonly that: Condition;
  /** The input at which the message is shown. */
  readonly field: Name<F>;
  readonly message: Label;
}

export interface Exclusion<F> {
  /** Rows with equal values here exclude each other … */
  readonly equal: readonly WireName<F>[];
  /** … when these half-open ranges overlap. */
  readonly range: readonly [from: Name<F>, to: Name<F>];
  readonly where?: Condition;
  readonly message: Label;
}

/** What a new record takes over without saying it: `Behaviour.complete` knows how. */
export interface Completes<Name extends string> {
  /** The reference to what it is taken from; without it nothing is. */
  readonly like: Name;
  /** What that depends on besides. */
  readonly by?: readonly Name[];
  /** What is filled in. */
  readonly fields: readonly Name[];
}

/** How rows are sealed. */
export interface Sealed<Name extends string> {
  /** The table of the seals. */
  readonly by: string;
  /** What the chain holds as a salted digest only, so that it can be erased without breaking it. */
  readonly content: readonly Name[];
}

export interface Spec<N extends string, F extends Fields, A extends string> {
  readonly name: N;
  readonly label: ResourceLabel;
  /** Name of an icon of the admin. */
  readonly icon?: string;
  /** The fields that name a record. */
  readonly title: readonly Column<F>[];
  readonly fields: F;
  readonly workflow?: {
    readonly field: FieldsOfKind<F, 'status'>;
    readonly initial: StatesOf<F>;
    readonly transitions: { readonly [T in string]: Transition<F> };
  };
  readonly actions?: { readonly [T in A]: Action };
  /** Rows by the asking user, as conditions. */
  readonly scopes?: { readonly [scope: string]: Condition };
  /** The scope outside of which a row does not exist, whatever roles and shares say: what belongs to one person alone. */
  readonly private_to?: string;
  readonly list?: {
    readonly columns: readonly Column<F>[];
    readonly filters?: readonly Column<F>[];
    readonly sort?: readonly [Column<F>, 'ASC' | 'DESC'];
  };
  readonly views?: {
    readonly board?: { readonly by: Name<F>; readonly sum?: Name<F>; readonly card?: readonly Name<F>[] };
    /** With lanes: side by side by who or what it takes, fields that refer to others. */
    readonly calendar?: { readonly from: Name<F>; readonly to?: Name<F>; readonly lanes?: readonly Name<F>[] };
    /** On the page of a subject: files that can be dropped, looked at and replaced, in groups. */
    readonly files?: {
      readonly file: FieldsOfKind<F, 'file'>;
      readonly name: Name<F>;
      /** Its media type and its bytes. */
      readonly type: Name<F>;
      readonly size: Name<F>;
      readonly group?: Name<F>;
      readonly details?: readonly Name<F>[];
      /** Earlier files: lines with fields of the same names. */
      readonly versions?: FieldsOfKind<F, 'lines'>;
    };
  };
  /**
   * Its records stand in the stream of the record on which they hang (by a subject field): when, with which text, and
   * the choice that says of what sort. With `entry` they can be written there; with `mentions`, whom the text names by `@`
   * hears of it, as far as they may read it. `who` names who it comes from, where that is nobody of the house; `result` is a
   * choice that says what came of it.
   */
  readonly stream?: {
    readonly at: Column<F>;
    readonly text: Name<F>;
    readonly sort?: Name<F>;
    readonly who?: Name<F>;
    readonly result?: Name<F>;
    readonly entry?: boolean;
    readonly mentions?: boolean;
  };
  /**
   * Whom a record concerns hears of it: when it is assigned to them, when it is due soon and when it is overdue, unless the
   * condition holds.
   */
  readonly notify?: {
    readonly assigned: FieldsOfKind<F, 'reference'>;
    readonly due?: FieldsOfKind<F, 'date'>;
    readonly unless?: Condition;
  };
  /** Lists and other papers of a record: `GET /{resource}/{id}/sheets/{sheet}`. */
  readonly sheets?: { readonly [sheet: string]: SheetDeclaration };
  /** How a letter about a record is addressed; for resources whose records are `printable`. */
  readonly postal?: {
    /** The lines that name it: the fields of a line stand beside each other. */
    readonly name: readonly (readonly Name<F>[])[];
    /** Where its address stands: one value, or lines with street, postcode, city and country, the first of which counts. */
    readonly address?: FieldsOfKind<F, 'address' | 'lines'>;
    /** The record at which it is reached where it has no address of its own; its name stands above. */
    readonly at?: FieldsOfKind<F, 'reference'>;
    /** What the letter says beside the date: a customer number. */
    readonly facts?: readonly Name<F>[];
  };
  /** Its page: what one comes for stands above its values. */
  readonly page?: Page<Name<F>>;
  /** Sections of the form, in order. Fields not named follow in the last one. */
  readonly form?: { readonly [section: string]: readonly Name<F>[] };
  /** Labels of sections in English, by their German title. */
  readonly sections?: { readonly [section: string]: string };
  /** What other resources may hang on a record: `notable`, `taskable` … (see `subject`). */
  readonly abilities?: readonly string[];
  /** Deleted records stay in the trash and can be restored. */
  readonly trash?: boolean;
  /** Rows are never deleted, by nobody and on no path: what is wrong is revoked or reversed by a step, and stays (AO § 146 Abs. 4). */
  readonly permanent?: boolean;
  /** Rows are never changed or deleted. */
  readonly append_only?: boolean;
  /** Rows lie in a part of the table for each month in which they were made; what fits in none lies in a part of its own. */
  readonly partition?: 'month';
  /** Rows are sealed by a chain of digests: what was changed, removed or slipped in later shows (only with `append_only`). */
  readonly sealed?: Sealed<WireName<F>>;
  /** Rows are written by the server itself; the API only reads. */
  readonly internal?: boolean;
  /**
   * It has a place of its own in the frame: neither the navigation nor the pages of other records show it, and nothing hangs
   * on its records.
   */
  readonly apart?: boolean;
  /** Only the server's own code touches the rows: a table without endpoints. */
  readonly server_only?: boolean;
  /** A row may be read by whoever sees a record that refers to it, whatever else they may read of the resource. */
  readonly seen_by_referrers?: boolean;
  /** Lines of another resource: edited there, not listed in the navigation. */
  readonly owned?: boolean;
  /**
   * Dangerous: who writes rows has proven a factor (or the password, where there is none) within the last minutes, on
   * every path, also where the rows are lines of another resource. A single field may ask for it as well.
   */
  readonly step_up?: boolean;
  /** Groups of fields that are unique together. */
  readonly unique?: readonly (readonly (Column<F> | WireName<F>)[])[];
  readonly checks?: { readonly [name: string]: Check<F> };
  readonly exclusions?: { readonly [name: string]: Exclusion<F> };
  /** The reference by which records lie within each other; never in a circle. */
  readonly tree?: FieldsOfKind<F, 'reference'>;
  /** Indices beyond those that follow from references, filters, sorts, scopes and search. */
  readonly indices?: readonly (readonly (Column<F> | WireName<F>)[])[];
  /**
   * Functions of the database that are run at the end of a transaction that has changed these columns (or deleted a row; an
   * empty list: in any way), and may refuse it.
   */
  readonly guarded_by?: { readonly [fn: string]: readonly (Column<F> | WireName<F>)[] };
  /** Fields by which an import recognises a record that is there already. */
  readonly import_key?: readonly Name<F>[];
  /** Fields compared for likely duplicates while a record is typed. */
  readonly duplicates?: readonly Name<F>[];
  /** Fields that the server fills in where a new record leaves them open: its form shows them as soon as it is known from what. */
  readonly completes?: Completes<Name<F>>;
  /** Every change is told to all processes at its commit, under this name. For rare changes that caches must not miss. */
  readonly announces?: 'access';
}

/** A declared resource with its literal types. */
export type Defined<N extends string, F extends Fields, A extends string> = Spec<N, F, A>;

/** Any resource, as the engine sees it. */
export interface Resource {
  readonly name: string;
  readonly label: ResourceLabel;
  readonly icon?: string;
  readonly title: readonly string[];
  readonly fields: Fields;
  readonly workflow?: {
    readonly field: string;
    readonly initial: string;
    readonly transitions: {
      readonly [name: string]: {
        readonly label: Label;
        readonly from: readonly string[];
        readonly to: string;
        readonly requires?: readonly string[];
        readonly input?: readonly string[];
        readonly step_up?: boolean;
        readonly guarded?: boolean;
      };
    };
  };
  readonly actions?: { readonly [name: string]: Action };
  readonly scopes?: { readonly [scope: string]: Condition };
  readonly private_to?: string;
  readonly list?: {
    readonly columns: readonly string[];
    readonly filters?: readonly string[];
    readonly sort?: readonly [string, 'ASC' | 'DESC'];
  };
  readonly views?: {
    readonly board?: { readonly by: string; readonly sum?: string; readonly card?: readonly string[] };
    readonly calendar?: { readonly from: string; readonly to?: string; readonly lanes?: readonly string[] };
    readonly files?: {
      readonly file: string;
      readonly name: string;
      readonly type: string;
      readonly size: string;
      readonly group?: string;
      readonly details?: readonly string[];
      readonly versions?: string;
    };
  };
  readonly notify?: { readonly assigned: string; readonly due?: string; readonly unless?: Condition };
  readonly sheets?: { readonly [sheet: string]: SheetDeclaration };
  readonly postal?: {
    readonly name: readonly (readonly string[])[];
    readonly address?: string;
    readonly at?: string;
    readonly facts?: readonly string[];
  };
  readonly stream?: {
    readonly at: string;
    readonly text: string;
    readonly sort?: string;
    readonly who?: string;
    readonly result?: string;
    readonly entry?: boolean;
    readonly mentions?: boolean;
  };
  readonly page?: Page<string>;
  readonly form?: { readonly [section: string]: readonly string[] };
  readonly sections?: { readonly [section: string]: string };
  readonly abilities?: readonly string[];
  readonly trash?: boolean;
  readonly permanent?: boolean;
  readonly append_only?: boolean;
  readonly partition?: 'month';
  readonly sealed?: Sealed<string>;
  readonly apart?: boolean;
  readonly internal?: boolean;
  readonly server_only?: boolean;
  readonly seen_by_referrers?: boolean;
  readonly owned?: boolean;
  readonly step_up?: boolean;
  readonly unique?: readonly (readonly string[])[];
  readonly checks?: {
    readonly [name: string]: { readonly that: Condition; readonly field: string; readonly message: Label };
  };
  readonly exclusions?: {
    readonly [name: string]: {
      readonly equal: readonly string[];
      readonly range: readonly [string, string];
      readonly where?: Condition;
      readonly message: Label;
    };
  };
  readonly tree?: string;
  readonly indices?: readonly (readonly string[])[];
  readonly guarded_by?: { readonly [fn: string]: readonly string[] };
  readonly import_key?: readonly string[];
  readonly duplicates?: readonly string[];
  readonly completes?: Completes<string>;
  readonly announces?: string;
}

/** Declares a resource. Misspelt columns and unknown states do not compile. */
export function defineResource<const N extends string, const F extends Fields, const A extends string = never>(
  spec: Spec<N, F, A>,
): Defined<N, F, A> {
  return spec;
}
