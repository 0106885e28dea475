import { type AnyField, canSum, fieldNamed, kindOf, propertyNames, type Resource, systemNames } from '@kontor/shared';

/** Does the user's role open fields with this guard? */
export type Opens = (guard: string | undefined) => boolean;

const field = (resource: Resource, name: string): AnyField => fieldNamed(resource, name)!;

/** Stamps of the trash are shown by the trash only. */
const inTrashOnly = new Set(['deleted_at', 'deleted_by']);

/** All fields a person may see of a resource, stamps last. */
export const visibleFields = (resource: Resource, opens: Opens): string[] =>
  [...Object.keys(resource.fields), ...systemNames(resource)].filter((name) => {
    const { hidden, guard } = field(resource, name);
    return !hidden && !inTrashOnly.has(name) && opens(guard);
  });

/** What a list can show: everything that travels with a row (lines do not). */
export const listFields = (resource: Resource, opens: Opens): string[] =>
  visibleFields(resource, opens).filter((name) => kindOf(field(resource, name)).operators.length > 0);

/** What a list can be filtered by. */
export const filterFields = listFields;

/** Does the server sort by it? Values, and references by the title people see. */
export function isSortable(resource: Resource, name: string): boolean {
  const declared = fieldNamed(resource, name);
  if (!declared) return false;
  const kind = kindOf(declared);
  if (kind.sortable) return true;
  const columns = kind.columns(declared, name);
  return columns.length === 2 || (columns.length === 1 && typeof declared.to === 'string');
}

/** Numbers of which a sum makes sense. */
export function isSummable(resource: Resource, name: string): boolean {
  const declared = fieldNamed(resource, name);
  return Boolean(declared && !declared.hidden && canSum(declared) && declared.total !== false);
}

/** Fields whose values are other records: their titles are asked for along with the rows. */
export function isEmbedded(resource: Resource, name: string): boolean {
  const declared = fieldNamed(resource, name);
  if (!declared) return false;
  const columns = kindOf(declared).columns(declared, name);
  return typeof declared.to === 'string' || columns.length === 2 || columns.some((column) => column.references);
}

/** The names to embed for some fields. */
export const embedsOf = (resource: Resource, names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => isEmbedded(resource, name));

/** May a person change this field in a row, all by itself? */
export function isEditable(resource: Resource, name: string): boolean {
  const declared = resource.fields[name];
  if (!declared || declared.readOnly || resource.append_only || resource.internal) return false;
  const kind = kindOf(declared);
  return !kind.computed && !kind.writeOnly && kind.operators.length > 0 && !declared.through;
}

/** The wire names of a field with their values in a record, e.g. to put them back. */
export const valuesOf = (resource: Resource, name: string, record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(propertyNames(resource, name).map((wire) => [wire, record[wire] ?? null]));
