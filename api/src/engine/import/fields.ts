import {
  type AnyField,
  fieldLabel,
  kindOf,
  type Locale,
  type Property,
  propertiesOf,
  type Resource,
  resourceLabel,
} from '@kontor/shared';
import type { Context } from '../context.ts';
import { lineLink } from '../get.ts';

/** Something that a column can fill: a property of the resource, or of its first line (`addresses.city`). */
export interface ImportField {
  /** As it stands in a mapping. */
  readonly path: string;
  readonly property: Property;
  readonly resource: Resource;
  /** The lines field it belongs to. */
  readonly lines?: string;
}

/** What people type: neither set by the server nor read from elsewhere. */
const typed = (field: AnyField) =>
  !field.readOnly && !field.hidden && !field.through && !kindOf(field).computed && !kindOf(field).writeOnly;

function own(context: Context, resource: Resource, keys: readonly string[] = []): Property[] {
  const readable = context.access.properties(resource);
  return [...propertiesOf(resource).values()].filter(
    ({ name, field, fieldName, system }) =>
      !system && readable.has(name) && kindOf(field).operators.length > 0 && (typed(field) || keys.includes(fieldName)),
  );
}

/** Everything that a file can fill, by its path. */
export function importFields(context: Context, resource: Resource): ReadonlyMap<string, ImportField> {
  const fields: ImportField[] = own(context, resource, resource.import_key).map((property) => ({
    path: property.name,
    property,
    resource,
  }));
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'lines' || !context.access.properties(resource).has(name)) continue;
    const { child, id, kind } = lineLink(context, resource, name);
    for (const property of own(context, child))
      if (property.name !== id && property.name !== kind)
        fields.push({ path: `${name}.${property.name}`, property, resource: child, lines: name });
  }
  return new Map(fields.map((field) => [field.path, field]));
}

/** What a field is called where a column is assigned to it: `Anschrift: Ort` for one of a line. */
export function labelOf({ property, resource, lines }: ImportField, { locale }: Pick<Context, 'locale'>): string {
  const part = property.part === 'resource' ? { de: ': Bereich', en: ': area' }[locale] : '';
  const label = fieldLabel(property.field, property.fieldName, locale) + part;
  return lines ? `${resourceLabel(resource, locale, 'one')}: ${label}` : label;
}

/** What a head may say to mean a field: its name and its labels, for a line also with the name of the line. */
export function namesOf({ path, property, resource, lines }: ImportField): string[] {
  const locales: readonly Locale[] = ['de', 'en'];
  const part = property.part === 'resource' ? [' (Art)', ' (type)'] : ['', ''];
  const labels = locales.map((locale, i) => fieldLabel(property.field, property.fieldName, locale) + part[i]);
  const names = [property.name, ...labels];
  if (!lines) return names;
  const owners = locales.flatMap((locale) => [
    resourceLabel(resource, locale, 'one'),
    resourceLabel(resource, locale, 'many'),
  ]);
  return [path, ...names, ...owners.flatMap((owner) => labels.map((label) => `${owner} ${label}`))];
}
