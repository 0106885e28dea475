import type { AnyField } from '../kinds/field.ts';
import { type Column, kindOf } from '../kinds/index.ts';
import type { Resource } from './resource.ts';

const system = {
  id: { kind: 'reference', label: { de: 'Kennung', en: 'Id' }, to: '', readOnly: true, hidden: true },
  version: { kind: 'integer', label: { de: 'Version', en: 'Version' }, readOnly: true, hidden: true },
  created_at: { kind: 'datetime', label: { de: 'Angelegt am', en: 'Created at' }, readOnly: true },
  created_by: { kind: 'reference', label: { de: 'Angelegt von', en: 'Created by' }, to: 'users', readOnly: true },
  updated_at: { kind: 'datetime', label: { de: 'Geändert am', en: 'Changed at' }, readOnly: true },
  updated_by: { kind: 'reference', label: { de: 'Geändert von', en: 'Changed by' }, to: 'users', readOnly: true },
  deleted_at: { kind: 'datetime', label: { de: 'Gelöscht am', en: 'Deleted at' }, readOnly: true },
  deleted_by: { kind: 'reference', label: { de: 'Gelöscht von', en: 'Deleted by' }, to: 'users', readOnly: true },
} as const satisfies Record<string, AnyField>;

export type SystemName = keyof typeof system;

/** The columns that the house adds to a resource, by its options. */
export function systemNames(resource: Resource): readonly SystemName[] {
  if (resource.append_only) return ['id', 'created_at', 'created_by'];
  const always = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by'] as const;
  return resource.trash ? [...always, 'deleted_at', 'deleted_by'] : always;
}

/** A field by its name, declared or added by the house. */
export const fieldNamed = (resource: Resource, name: string): AnyField | undefined =>
  Object.hasOwn(resource.fields, name)
    ? resource.fields[name]
    : Object.hasOwn(system, name) && systemNames(resource).includes(name as SystemName)
      ? system[name as SystemName]
      : undefined;

/** One wire name of a resource: most fields have one, a subject has two. */
export interface Property {
  readonly name: string;
  readonly fieldName: string;
  readonly field: AnyField;
  /** The stored column; absent for what lives in other tables. */
  readonly column?: Column;
  /** Which half of a subject. */
  readonly part?: 'resource' | 'id';
  readonly system?: boolean;
}

const memo = new WeakMap<Resource, ReadonlyMap<string, Property>>();

/** All wire names of a resource, in the order of its declaration, system columns first. */
export function propertiesOf(resource: Resource): ReadonlyMap<string, Property> {
  let properties = memo.get(resource);
  if (!properties) {
    const all: Property[] = systemNames(resource).map((name) => ({
      name,
      fieldName: name,
      field: system[name],
      column: {
        name,
        type: name === 'version' ? 'integer' : name.endsWith('_at') ? 'timestamptz' : 'uuid',
        ...(name === 'version' ? { notNull: true, default: '1' } : {}),
        ...(name === 'created_at' || name === 'updated_at' ? { notNull: true, default: 'now()' } : {}),
        ...(name === 'id' ? { notNull: true } : {}),
      },
      system: true,
    }));
    for (const [fieldName, field] of Object.entries(resource.fields)) {
      const columns = kindOf(field).columns(field, fieldName);
      if (columns.length === 0) all.push({ name: fieldName, fieldName, field });
      for (const column of columns) {
        const part = columns.length === 1 ? undefined : column.name.endsWith('_id') ? 'id' : 'resource';
        all.push({ name: column.name, fieldName, field, column, ...(part ? { part } : {}) });
      }
    }
    properties = new Map(all.map((property) => [property.name, property]));
    memo.set(resource, properties);
  }
  return properties;
}

/** The wire names of one field. */
export const propertyNames = (resource: Resource, fieldName: string): string[] =>
  resource.fields[fieldName]?.kind === 'subject' ? [`${fieldName}_resource`, `${fieldName}_id`] : [fieldName];
