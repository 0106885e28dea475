import { type AnyField, kindOf, type Locale, type Resource } from '@kontor/shared';

export interface FormPart {
  /** Empty when the resource declares no sections. */
  readonly title: string;
  readonly fields: readonly string[];
}

/** Is the field typed by people? What the server computes or sets is shown elsewhere. */
export const isTyped = (field: AnyField): boolean =>
  !field.hidden && !field.readOnly && !kindOf(field).computed && !field.through;

/**
 * The sections of a form with their titles in a language: as declared, and what no section names follows in the last one.
 * `visible` leaves out what this user may not see.
 */
export function formParts(resource: Resource, locale: Locale, visible: (field: AnyField) => boolean): FormPart[] {
  const shown = (name: string) => {
    const field = resource.fields[name];
    return Boolean(field && isTyped(field) && visible(field));
  };
  const named = new Set(Object.values(resource.form ?? {}).flat());
  const rest = Object.keys(resource.fields).filter((name) => !named.has(name));
  const declared = Object.entries(resource.form ?? { '': [] });
  return declared
    .map(([title, fields], index) => ({
      title: locale === 'en' ? (resource.sections?.[title] ?? title) : title,
      fields: [...fields, ...(index === declared.length - 1 ? rest : [])].filter(shown),
    }))
    .filter((part) => part.fields.length > 0);
}

/** The fields of a short form: what is required, what names the record, what tells duplicates, and the first section. */
export function shortPart(resource: Resource, parts: readonly FormPart[]): FormPart {
  const wanted = new Set([...resource.title, ...(resource.duplicates ?? []), ...(parts[0]?.fields ?? [])]);
  const fields = parts
    .flatMap((part) => part.fields)
    .filter((name) => wanted.has(name) || resource.fields[name]?.required)
    .filter((name) => kindOf(resource.fields[name]!).name !== 'lines');
  return { title: '', fields };
}
