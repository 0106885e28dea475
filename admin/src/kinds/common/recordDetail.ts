import { kindOf, type Locale, type Resource } from '@kontor/shared';

/** What tells two records of the same title apart: the first texts of its list, else its first day or time. */
export function detailOf(resource: Resource, record: Record<string, any>, locale: Locale): string {
  const told = (fits: (operators: readonly string[], type: string | undefined) => boolean) =>
    (resource.list?.columns ?? []).flatMap((name) => {
      const field = resource.fields[name]; // when it was entered says little about it
      const value = record[name];
      if (!field || resource.title.includes(name) || typeof value !== 'string' || field.to || field.options) return [];
      const kind = kindOf(field);
      return fits(kind.operators, kind.columns(field, name)[0]?.type) ? [kind.format(value, field, locale)] : [];
    });
  // a computed figure can be searched as text, and tells nobody apart
  const texts = told((operators, type) => type !== 'numeric' && operators.includes('ilike')).filter(Boolean);
  const times = told((_, type) => type === 'date' || type === 'timestamptz');
  return (texts.length > 0 ? texts.slice(0, 2) : times.slice(0, 1)).join(' · ');
}
