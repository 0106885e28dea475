import { kindOf, type Resource } from '@kontor/shared';

/**
 * The one text that names a record and is enough to create it when some fields are given: everything else that is
 * required has a default. Undefined when a record needs more than a line of text; then the form is the way.
 */
export function quickField(resource: Resource, given: readonly string[]): string | undefined {
  if (resource.internal || resource.owned) return undefined;
  const missing = Object.entries(resource.fields).filter(
    ([name, field]) =>
      field.required &&
      field.default === undefined &&
      !field.readOnly &&
      !kindOf(field).computed &&
      !given.includes(name),
  );
  if (missing.length !== 1) return undefined;
  const [name, field] = missing[0]!;
  if (!resource.title.includes(name)) return undefined;
  const columns = kindOf(field).columns(field, name);
  const isText =
    columns.length === 1 && columns[0]!.type === 'text' && !columns[0]!.oneOf && !columns[0]!.check?.includes('~');
  return isText ? name : undefined;
}
