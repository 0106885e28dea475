import { PublicError, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import type { Context, Values } from './context.ts';
import { checkReferences } from './references.ts';
import { type Valid, validate } from './validate.ts';

/** A body with what the resource's behaviour fills in. */
export interface Completed {
  readonly body: unknown;
  /** What is filled in although the writer may not write it: checked by nobody, as it is the house that says it. */
  readonly house: Values;
  /** What is filled in at all: a reference among it need not be seen by the writer. */
  readonly filled: ReadonlySet<string>;
}

const isBody = (body: unknown): body is Values => typeof body === 'object' && body !== null && !Array.isArray(body);

/** May the user write this field of a new record? */
const opens = ({ access }: Context, resource: Resource, name: string): boolean =>
  !resource.fields[name] || access.opensFor(resource, 'create', resource.fields[name]);

/** Bodies of new records with what the resource's behaviour fills in as declared, asked once for all of them. */
export async function completed(
  context: Context,
  on: Queryable,
  resource: Resource,
  bodies: readonly unknown[],
): Promise<Completed[]> {
  const complete = context.engine.behaviours[resource.name]?.complete;
  const asked = bodies.filter(isBody);
  const filled = complete && asked.length ? await complete(context, on, asked) : asked;
  const declared = new Set(resource.completes?.fields);
  let next = 0;
  return bodies.map((body) => {
    if (!isBody(body)) return { body, house: {}, filled: new Set() };
    const all = Object.entries(filled[next++]!).filter(([name]) => name in body || declared.has(name));
    const closed = new Set(all.flatMap(([name]) => (name in body || opens(context, resource, name) ? [] : [name])));
    return {
      body: Object.fromEntries(all.filter(([name]) => !closed.has(name))),
      house: Object.fromEntries(all.filter(([name]) => closed.has(name))),
      filled: new Set(all.flatMap(([name]) => (name in body ? [] : [name]))),
    };
  });
}

/** Checks a completed body, as `validate` does. */
export function validateCompleted(context: Context, resource: Resource, { body, house, filled }: Completed): Valid {
  const valid = validate(context, resource, body);
  const errors = Object.assign(Object.create(null), valid.errors);
  // what the house says is not missing
  for (const [name, value] of Object.entries(house)) if (value !== null) delete errors[name];
  return { ...valid, columns: { ...valid.columns, ...house }, errors, filled };
}

/** What of a body stands, as far as it matters here: what is wrong, or refers to what the user may not see, is not there yet. */
async function standing(
  context: Context,
  resource: Resource,
  body: unknown,
  names: ReadonlySet<string>,
): Promise<Values> {
  const valid = validate(context, resource, body);
  const said: Values = {};
  for (const name of Object.keys(body as Values))
    if (names.has(name) && !(name in valid.errors)) said[name] = valid.columns[name] ?? null;
  return seenOf(context, resource, said);
}

/** Values without references to what the user may not see. */
async function seenOf(context: Context, resource: Resource, values: Values): Promise<Values> {
  const seen = { ...values };
  try {
    await checkReferences(context, context.engine.db, resource, { columns: values, pairs: {}, lines: {}, errors: {} });
  } catch (error) {
    if (!(error instanceof PublicError) || !error.fields) throw error;
    for (const name of Object.keys(error.fields)) delete seen[name];
  }
  return seen;
}

/**
 * What a new record would take over, by what is known of it so far: the fields that it does not say itself and that the user
 * may write. Nothing is written, no number is drawn and nothing is locked, so that a form may ask while one types; what is
 * missing or wrong in it is no error yet.
 */
export async function takenOver(context: Context, resource: Resource, body: unknown): Promise<Values> {
  const { access, engine } = context;
  access.require(resource, 'create');
  if (!resource.completes) throw new PublicError('unknown_route');
  const { like, by = [], fields } = resource.completes;
  const said = await standing(context, resource, body, new Set([like, ...by, ...fields]));
  if (!said[like]) return {};
  const [one] = await completed(context, engine.db, resource, [said]);
  const all = one!.body as Values;
  const open = fields.filter((name) => !(name in said) && name in all && access.properties(resource).has(name));
  // what the form sent back would be refused as a reference to nothing; it is taken over all the same
  return seenOf(context, resource, Object.fromEntries(open.map((name) => [name, all[name]])));
}
