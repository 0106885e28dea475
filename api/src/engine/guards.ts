import { labelText, PublicError, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row, Values } from './context.ts';

/** One thing that is missing for a step. */
export interface Missing {
  /** A sentence in the user's language: what is missing. */
  readonly text: string;
  /** Where it is put right: an address within the admin, from its root. */
  readonly link?: string;
  /** The input at which it belongs, where there is one. */
  readonly field?: string;
}

/** What a guard looks at: the record with the values that the step would write, all columns, whoever asks. */
export interface GuardCall {
  readonly context: Context;
  readonly on: Queryable;
  readonly record: Row;
}

/** Tells what is missing before a step of the workflow; nothing when it can be taken. */
export type Guard = (call: GuardCall) => Promise<readonly Missing[]> | readonly Missing[];

/**
 * What is missing for a step of a record. A guard sees what its user may not (a price that is guarded still has to be there),
 * so its sentences never tell values.
 * @param values what the step would write besides, with the id of the record
 */
export async function missingFor(
  context: Context,
  on: Queryable,
  resource: Resource,
  transition: string,
  values: Values & { readonly id: string },
): Promise<readonly Missing[]> {
  if (!resource.workflow!.transitions[transition]!.guarded) return [];
  const guard = context.engine.behaviours[resource.name]?.guards?.[transition];
  if (!guard) throw new Error(`${resource.name}.${transition} is declared as guarded and has no guard`);
  const [row] = await on.query<Row>(sql`SELECT * FROM ${raw(quote(resource.name))} WHERE id = ${values.id}`);
  return guard({ context, on, record: { ...row!, ...values } });
}

/** Refuses a step for which something is missing: 422 with the sentences at their fields, and as a list with links. */
export async function requireReady(
  context: Context,
  on: Queryable,
  resource: Resource,
  transition: string,
  values: Values & { readonly id: string },
): Promise<void> {
  const missing = await missingFor(context, on, resource, transition, values);
  if (missing.length === 0) return;
  const errors: Record<string, string> = {};
  for (const { field = 'root', text } of missing) errors[field] = errors[field] ? `${errors[field]} ${text}` : text;
  const step = labelText(resource.workflow!.transitions[transition]!.label, transition, context.locale);
  throw new PublicError('not_ready', errors, { step, missing: missing.map(({ text, link }) => ({ text, link })) });
}
