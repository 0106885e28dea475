import { propertiesOf, type Resource } from '@kontor/shared';
import type { RaRecord } from 'ra-core';

/** A field of two versions. */
export interface Compared {
  readonly name: string;
  readonly same: boolean;
}

/** The fields that either version shows, in the order of the declaration. */
export function compared(resource: Resource, left: RaRecord, right: RaRecord): Compared[] {
  const wires = new Map<string, string[]>();
  for (const [wire, { fieldName, field, system }] of propertiesOf(resource))
    if (!system && !field.hidden) wires.set(fieldName, [...(wires.get(fieldName) ?? []), wire]);
  const side = (record: RaRecord, names: readonly string[]) =>
    JSON.stringify(names.map((name) => record[name] ?? null));
  return [...wires]
    .filter(([, names]) => names.some((name) => name in left || name in right))
    .map(([name, names]) => ({ name, same: side(left, names) === side(right, names) }));
}
