import { fieldNamed, kindOf, type Locale, type Resource } from '@kontor/shared';
import { recordTitle } from '../../app/recordTitle.ts';
import { asPattern } from './filters.ts';
import { detailOf } from './recordDetail.ts';

/** A record as a choice. */
export interface RecordOption {
  readonly id: string;
  /** Null when the record may not be seen. */
  readonly title: string | null;
  /** What tells two records of the same name apart. */
  readonly detail?: string;
  /** Stands for "create a record of this name". */
  readonly isNew?: boolean;
}

/** The filter that finds records by what is typed: full text where the resource has it, else its first title field. */
export function typedFilter(resource: Resource, text: string): Record<string, unknown> {
  if (!text) return {};
  if (Object.values(resource.fields).some((field) => field.search)) return { q: text };
  const name = resource.title.find((title) => kindHas(resource, title, 'ilike'));
  return name ? { [`${name}_ilike`]: asPattern(text) } : {};
}

const kindHas = (resource: Resource, name: string, operator: 'ilike') => {
  const field = fieldNamed(resource, name);
  return Boolean(field && kindOf(field).operators.includes(operator));
};

/** Best hits first while searching, else the order of the resource's list. */
export function typedSort(resource: Resource, filter: Record<string, unknown>) {
  if ('q' in filter) return { field: '_score', order: 'DESC' as const };
  const [field, order] = resource.list?.sort ?? (['created_at', 'DESC'] as const);
  return { field, order };
}

/** Title fields that have to be sent along, because they refer to other records. */
export const embedForTitle = (resource: Resource): string[] =>
  resource.title.filter((name) => fieldNamed(resource, name)?.to);

/** A record as a choice, with what tells it apart. */
export const optionOf = (resource: Resource, record: Record<string, any>, locale: Locale): RecordOption => ({
  id: record.id,
  title: recordTitle(resource, record, locale),
  detail: detailOf(resource, record, locale),
});

/** The field that a name typed into the search becomes when the record is created. */
export const namingField = (resource: Resource): string | undefined =>
  resource.title.find((name) => {
    const field = resource.fields[name];
    return field && !kindOf(field).computed && !field.readOnly && kindOf(field).operators.includes('ilike');
  }) ??
  Object.entries(resource.fields).find(
    ([, field]) => field.required && !field.readOnly && !field.options && kindOf(field).operators.includes('ilike'),
  )?.[0];
