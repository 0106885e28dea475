import { kindOf, propertyNames, type Resource } from '@kontor/shared';
import type { ImportPreview, ImportResult } from '../../providers/dataProvider.ts';

/** Column of the file to field of the resource; an empty field leaves the column out. */
export type Mapping = Readonly<Record<string, string>>;

/** Fields that a file can fill: what people type, and what records are recognised by. */
export function importFields(resource: Resource, opens: (guard: string | undefined) => boolean): string[] {
  return Object.entries(resource.fields)
    .filter(([name, field]) => {
      const kind = kindOf(field);
      const isKey = resource.import_key?.includes(name) ?? false;
      const typed = !field.readOnly && !field.through && !kind.computed && !kind.writeOnly;
      return !field.hidden && opens(field.guard) && kind.operators.length > 0 && (typed || isKey);
    })
    .flatMap(([name]) => propertyNames(resource, name));
}

/** The mapping that the server proposes, as far as it names fields on offer, each only once. */
export function proposed(preview: ImportPreview, fields: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(
    preview.columns.map(({ name, field }) => {
      const usable = field !== null && fields.includes(field) && !taken.has(field);
      if (usable) taken.add(field);
      return [name, usable ? field : ''];
    }),
  );
}

/** The mapping without columns that are left out. */
export const used = (mapping: Mapping): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping).filter(([, field]) => field !== ''));

/** Fields that two columns lay claim to. */
export function doubled(mapping: Mapping): Set<string> {
  const fields = Object.values(used(mapping));
  return new Set(fields.filter((field, index) => fields.indexOf(field) !== index));
}

/** Required fields without default to which no column belongs. */
export function missing(resource: Resource, mapping: Mapping): string[] {
  const mapped = new Set(Object.values(mapping));
  return Object.entries(resource.fields)
    .filter(([, field]) => field.required && field.default === undefined && !field.readOnly && !kindOf(field).computed)
    .map(([name]) => name)
    .filter((name) => !propertyNames(resource, name).some((wire) => mapped.has(wire)));
}

/** By what existing records can be recognised: the declared key and unique fields, as far as they are mapped. */
export function possibleKeys(resource: Resource, mapping: Mapping): string[][] {
  const mapped = new Set(Object.values(mapping));
  const keys = [
    ...(resource.import_key ? [[...resource.import_key]] : []),
    ...Object.entries(resource.fields)
      .filter(([, field]) => field.unique)
      .map(([name]) => [name]),
  ].filter((key) => key.every((name) => mapped.has(name)));
  return keys.filter((key, index) => keys.findIndex((other) => other.join() === key.join()) === index);
}

const quoted = (text: string | number | null) => {
  // A leading sign would be run as a formula when the file is opened in a spreadsheet.
  const plain = String(text ?? '').replace(/^([=+\-@\t\r])/, "'$1");
  return /[;"\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The errors of an import as a file that spreadsheets open. */
export const errorFile = (errors: ImportResult['errors'], heads: readonly string[]): string =>
  `\ufeff${[heads, ...errors.map((error) => [error.row, error.column, error.value, error.message])]
    .map((line) => line.map(quoted).join(';'))
    .join('\r\n')}\r\n`;
