import { fieldNamed, type Locale, type Resource } from '@kontor/shared';
import { fieldText } from './fieldText.ts';

/**
 * The title of a record as its declaration says. References show the embedded title; a record without any title field
 * filled is named by the resource, never by an id.
 */
export function recordTitle(resource: Resource, record: Record<string, any> | undefined, locale: Locale): string {
  if (!record) return '';
  const parts = resource.title.map((name) => {
    const embedded = record._embedded?.[name];
    if (embedded) return Array.isArray(embedded) ? embedded.map((e) => e.title).join(', ') : (embedded.title ?? '');
    const field = fieldNamed(resource, name);
    const value = record[name];
    return field && value !== null && value !== undefined ? fieldText(field, value, locale) : '';
  });
  return parts.filter(Boolean).join(' ') || resource.label[locale === 'en' ? 'en' : 'de']?.[0] || resource.label.de[0];
}
