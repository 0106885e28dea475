import { kindOf, type Locale, type Resource } from '@kontor/shared';
import type { Opens } from '../list/columns/fields.ts';

export interface ShowPart {
  /** Empty when the resource declares no sections. */
  readonly title: string;
  readonly fields: readonly string[];
}

/** The page of a record: sections as in its form, and beside them what the house computes or stamps, unless it stands among them. */
export function showParts(resource: Resource, locale: Locale, opens: Opens): { parts: ShowPart[]; facts: string[] } {
  const visible = (name: string) => {
    const field = resource.fields[name];
    return Boolean(field && !field.hidden && opens(field.guard));
  };
  const named = new Set(Object.values(resource.form ?? {}).flat());
  // references through lines that are shown say nothing new
  const asLines = new Set(Object.values(resource.fields).flatMap(({ kind, of }) => (kind === 'lines' ? [of] : [])));
  const rest = Object.keys(resource.fields).filter(
    (name) => !named.has(name) && visible(name) && !asLines.has(resource.fields[name]!.through),
  );
  const computed = rest.filter((name) => kindOf(resource.fields[name]!).computed || resource.fields[name]!.readOnly);
  const typed = rest.filter((name) => !computed.includes(name));
  const among = resource.page?.among ?? {};
  const placed = new Set(Object.values(among).flat());
  const sections = Object.entries(resource.form ?? { '': [] });
  const parts = sections
    .map(([title, fields], index) => ({
      title: locale === 'en' ? (resource.sections?.[title] ?? title) : title,
      fields: [
        ...fields.filter(visible),
        ...(among[title] ?? []).filter((name) => computed.includes(name)),
        ...(index === sections.length - 1 ? typed : []),
      ],
    }))
    .filter((part) => part.fields.length > 0);
  const stamps = resource.append_only
    ? ['created_at', 'created_by']
    : ['created_at', 'created_by', 'updated_at', 'updated_by'];
  return { parts, facts: [...computed.filter((name) => !placed.has(name)), ...stamps] };
}

/** At the side only what is known stands: a dash for what has not happened says nothing. */
export function isSaid(resource: Resource, name: string, record: Record<string, unknown>): boolean {
  const value = record[resource.fields[name]?.kind === 'subject' ? `${name}_id` : name];
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
