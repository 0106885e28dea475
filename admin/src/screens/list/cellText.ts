import { fieldNamed, type Locale, type Resource } from '@kontor/shared';
import { fieldText } from '../../app/fieldText.ts';
import { embeddedTitles } from '../../kinds/common/embedded.ts';

/** A value of a record as plain text: for links, print and labels. Empty when there is none. */
export function cellText(resource: Resource, name: string, record: Record<string, any>, locale: Locale): string {
  const titles = embeddedTitles(record, name);
  if (titles.length > 0)
    return titles
      .map((embedded) => embedded.title)
      .filter(Boolean)
      .join(', ');
  const field = fieldNamed(resource, name);
  const value = record[name];
  if (!field || value === null || value === undefined || value === '') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  return fieldText(field, value, locale);
}

/** The column that carries the link to the record: the first that names it, else the first. */
export const linkColumn = (resource: Resource, columns: readonly string[]): string | undefined =>
  columns.find((name) => resource.title.includes(name)) ?? columns[0];
