import { propertiesOf, type Resource } from '@kontor/shared';

/** The answer of the server when two people have changed the same fields. */
export interface Conflict {
  readonly base: Readonly<Record<string, unknown>>;
  readonly yours: Readonly<Record<string, unknown>>;
  readonly theirs: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export type Side = 'yours' | 'theirs';

/** A field in conflict with its wire names (a subject has two, which are chosen together). */
export interface Disputed {
  readonly field: string;
  readonly names: readonly string[];
}

/** The fields in conflict, in the order of the declaration. */
export function disputed(resource: Resource, conflict: Conflict): Disputed[] {
  const names = Object.keys({ ...conflict.yours, ...conflict.theirs });
  const fieldOf = (name: string) => propertiesOf(resource).get(name)?.fieldName ?? name;
  const fields = new Set(
    [...Object.keys(resource.fields), ...names].filter((f) => names.some((n) => fieldOf(n) === f)),
  );
  return [...fields].map((field) => ({ field, names: names.filter((name) => fieldOf(name) === field) }));
}

/** The values to send: per field those of the chosen side. */
export function chosenValues(conflict: Conflict, fields: readonly Disputed[], sides: Readonly<Record<string, Side>>) {
  return Object.fromEntries(
    fields.flatMap(({ field, names }) =>
      names.map((name) => [name, conflict[sides[field] ?? 'yours'][name] ?? null] as const),
    ),
  );
}
