import type { FieldsOfKind, StatesOf } from './resource.ts';

type ValueOf<F> = F extends { readonly $value?: infer V } ? V : never;
type IsRequired<F> = F extends { readonly required: true } ? true : false;
type ComputedKind = 'status' | 'sequence' | 'expression' | 'rollup';
type Plain<F> = Exclude<keyof F & string, FieldsOfKind<F, 'subject'>>;
type Writable<F> = Exclude<Plain<F>, FieldsOfKind<F, ComputedKind> | ReadOnly<F>>;
type ReadOnly<F> = { [N in keyof F]: F[N] extends { readonly readOnly: true } ? N : never }[keyof F] & string;
type RequiredInput<F> = { [N in Writable<F>]: IsRequired<F[N]> extends true ? N : never }[Writable<F>];
type SubjectProperties<F> = {
  [N in FieldsOfKind<F, 'subject'> as `${N}_resource` | `${N}_id`]: string | null;
};

/** A record as the API answers it. */
export type RecordOf<R> = R extends { readonly fields: infer F }
  ? {
      id: string;
      version: number;
      created_at: string;
      created_by: string | null;
      updated_at: string;
      updated_by: string | null;
      deleted_at?: string | null;
    } & { [N in Plain<F>]: ValueOf<F[N]> | (IsRequired<F[N]> extends true ? never : null) } & SubjectProperties<F>
  : never;

/** What may be sent to create a record. */
export type CreateInput<R> = R extends { readonly fields: infer F }
  ? { [N in RequiredInput<F>]: ValueOf<F[N]> } & {
      [N in Exclude<Writable<F>, RequiredInput<F>>]?: ValueOf<F[N]> | null;
    } & Partial<SubjectProperties<F>>
  : never;

/** What may be sent to change a record: any part, with the version one has seen. */
export type UpdateInput<R> = Partial<CreateInput<R>> & { version: number };

/** The states of a resource's workflow. */
export type StateOf<R> = R extends { readonly fields: infer F } ? StatesOf<F> : never;

/** The names of a resource's actions. */
export type ActionOf<R> = R extends { readonly actions?: infer A } ? keyof NonNullable<A> & string : never;
