import { fieldLabel, fieldNamed, type Locale, type Resource } from '@kontor/shared';
import type { MergedWith } from '../../providers/dataProvider.ts';

/** "Bea Kern: Telefon und Ort; Kontor: Summe": who changed what while somebody else was at it. Empty when nothing is known. */
export function mergedText(resource: Resource, merged: readonly MergedWith[], locale: Locale): string {
  const list = new Intl.ListFormat(locale === 'de' ? 'de-DE' : 'en-GB');
  return merged
    .map(({ by, fields }) => {
      const labels = fields.map((name) => fieldLabel(fieldNamed(resource, name)!, name, locale));
      return `${by?.name ?? 'Kontor'} (${list.format(labels)})`;
    })
    .join(', ');
}
