import { type AnyField, propertiesOf, type Resource } from '@kontor/shared';
import type { HistoryEntry } from '../../providers/dataProvider.ts';

type Change = HistoryEntry['changes'][number];

/** A change that people understand: the halves of a subject as one, nothing internal. */
export interface ReadableChange {
  readonly name: string;
  readonly field: AnyField;
  readonly before: unknown;
  readonly after: unknown;
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
const subjectOf = (resource: unknown, id: unknown) => (isEmpty(id) ? null : { resource, id });

/** The changes of an entry in the order of the declaration. */
export function readable(resource: Resource, changes: readonly Change[]): ReadableChange[] {
  const byWire = new Map(changes.map((change) => [change.field, change]));
  const seen = new Set<string>();
  const result: ReadableChange[] = [];
  for (const [wire, property] of propertiesOf(resource)) {
    const change = byWire.get(wire) ?? byWire.get(property.fieldName);
    if (!change || property.system || property.field.hidden || seen.has(property.fieldName)) continue;
    seen.add(property.fieldName);
    const name = property.fieldName;
    if (property.part && byWire.has(`${name}_id`)) {
      const id = byWire.get(`${name}_id`);
      const of = byWire.get(`${name}_resource`);
      result.push({
        name,
        field: property.field,
        before: subjectOf(of?.before, id?.before),
        after: subjectOf(of?.after, id?.after),
      });
    } else if (!(isEmpty(change.before) && isEmpty(change.after)))
      result.push({ name, field: property.field, before: change.before, after: change.after });
  }
  return result;
}
