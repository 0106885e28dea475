import type { AnyField, Label } from '../kinds/field.ts';
import type { Locale } from '../kinds/kind.ts';
import type { Resource } from './resource.ts';

/** `customer_id` to `Customer`, `starts_on` to `Starts on`. */
export function humanize(name: string): string {
  const words = name.replace(/_ids$/, 's').replace(/_id$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label in a language; English falls back to the name. */
export const labelText = (label: Label, name: string, locale: Locale): string =>
  typeof label === 'string' ? (locale === 'de' ? label : humanize(name)) : label[locale];

export const fieldLabel = (field: AnyField, name: string, locale: Locale): string =>
  labelText(field.label, name, locale);

/** The name of one record of the resource, or of many. */
export function resourceLabel(
  resource: Pick<Resource, 'label' | 'name'>,
  locale: Locale,
  count: 'one' | 'many' = 'many',
): string {
  const index = count === 'one' ? 0 : 1;
  if (locale === 'de') return resource.label.de[index];
  if (resource.label.en) return resource.label.en[index];
  const many = humanize(resource.name);
  return index === 1
    ? many
    : many
        .replace(/ies$/, 'y')
        .replace(/sses$/, 'ss')
        .replace(/([^s])s$/, '$1');
}
