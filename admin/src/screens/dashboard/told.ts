import { fieldNamed, type Locale, type Resource } from '@kontor/shared';
import { fieldText } from '../../app/fieldText.ts';
import { embeddedTitles } from '../../kinds/common/embedded.ts';

/** Fields of a record in words, on one line; what is empty is left out. */
export const told = (
  resource: Resource,
  record: Record<string, any>,
  names: readonly string[],
  locale: Locale,
): string =>
  names
    .map((name) => {
      const titles = embeddedTitles(record, name);
      if (titles.length) return titles.map(({ title }) => title).join(', ');
      const field = fieldNamed(resource, name);
      const value = record[name];
      return field && !field.to && value !== null && value !== undefined ? fieldText(field, value, locale) : '';
    })
    .filter(Boolean)
    .join(' · ');
