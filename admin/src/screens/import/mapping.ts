import { kindOf, propertyNames, type Resource } from '@kontor/shared';
import type { ImportOptions, ImportPreview, ImportResult, LinkChoices } from '../../providers/dataProvider.ts';

/** Column of the file to field of the resource; an empty field leaves the column out. */
export type Mapping = Readonly<Record<string, string>>;

/** The mapping that the server proposes, each field only once. */
export function proposed(preview: Pick<ImportPreview, 'columns'>): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(
    preview.columns.map(({ name, field }) => {
      const usable = field !== null && !taken.has(field);
      if (usable) taken.add(field);
      return [name, usable ? field : ''];
    }),
  );
}

/** The mapping without columns that are left out. */
export const used = (mapping: Mapping): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping).filter(([, field]) => field !== ''));

/** What the user has said of texts, by column: which record each means. */
export type Choices = Readonly<Record<string, LinkChoices>>;

/** The mapping as it is sent: columns in use, with what was chosen for texts in them. */
export const withChoices = (mapping: Mapping, choices: Choices): ImportOptions['mapping'] =>
  Object.fromEntries(
    Object.entries(used(mapping)).map(([column, field]) => {
      const links = choices[column];
      return [column, links && Object.keys(links).length > 0 ? { field, links } : field];
    }),
  );

/** The choices with another one; undefined takes one back. */
export function chosen(choices: Choices, column: string, text: string, id: string | null | undefined): Choices {
  const { [text]: _before, ...links } = choices[column] ?? {};
  return { ...choices, [column]: id === undefined ? links : { ...links, [text]: id } };
}

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

/** By what the house itself tells records apart: the declared key and unique fields. */
function certainKeys(resource: Resource): string[][] {
  const unique = Object.entries(resource.fields).filter(([, field]) => field.unique);
  return [...(resource.import_key ? [[...resource.import_key]] : []), ...unique.map(([name]) => [name])];
}

/** By what people tell records apart: e-mail addresses, and what names a record or gives away a duplicate. */
function likelyKeys(resource: Resource): string[][] {
  const mails = Object.entries(resource.fields).filter(([, field]) => field.kind === 'email');
  return [...mails.map(([name]) => name), ...(resource.duplicates ?? [])]
    .map((name) => [name])
    .concat(resource.title.length > 0 ? [[...resource.title]] : []);
}

/** Keys as far as they are mapped, each once. */
function mappedKeys(keys: readonly string[][], mapping: Mapping): string[][] {
  const mapped = new Set(Object.values(mapping));
  const usable = keys.filter((key) => key.every((name) => mapped.has(name)));
  return usable.filter((key, index) => usable.findIndex((other) => other.join() === key.join()) === index);
}

/** By what existing records can be recognised, the surest first. */
export const possibleKeys = (resource: Resource, mapping: Mapping): string[][] =>
  mappedKeys([...certainKeys(resource), ...likelyKeys(resource)], mapping);

/** The key that is chosen unless the user says otherwise: none that two different records could share by right. */
export const proposedKey = (resource: Resource, mapping: Mapping): string[] =>
  mappedKeys(certainKeys(resource), mapping)[0] ?? [];

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
