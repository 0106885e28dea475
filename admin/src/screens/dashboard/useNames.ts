import { type AnyField, fieldNamed, kindOf, type Resource } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import type { RaRecord } from 'ra-core';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { declarationOf } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

/** What people call the values of a field: records by their titles, months by their names. What they may not see has no name. */
export function useNames(
  resource: Resource,
  name: string | undefined,
  values: readonly (string | null)[],
  part?: 'month',
) {
  const api = useKontor();
  const locale = useLocale();
  const t = useWords();
  const field = name === undefined ? undefined : fieldNamed(resource, name);
  const to = field?.kind === 'reference' ? String(field.to) : undefined;
  const ids = [...new Set(values)].filter((value) => value !== null).toSorted();
  const enabled = to !== undefined && ids.length > 0;
  const { data, error, refetch } = useQuery({
    queryKey: [to, 'names', ids, locale],
    enabled,
    placeholderData: (before) => before,
    queryFn: async () => {
      const [declared, { data: records }] = await Promise.all([declarationOf(to!), api.getMany(to!, { ids })]);
      return new Map(records.map((record) => [record.id, { title: recordTitle(declared, record, locale), record }]));
    },
  });
  const said = (value: string, of: AnyField): string | undefined => {
    if (part) {
      const month = new Date(`${value}T12:00:00Z`);
      return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(month);
    }
    return to ? data?.get(value)?.title : kindOf(of).format(value, of, locale);
  };
  return {
    isReady: !enabled || data !== undefined,
    error,
    refetch,
    nameOf: (value: string | null): string | undefined =>
      value === null || !field ? t('without') : said(value, field),
    /** The record itself, as far as the user may read it. */
    recordOf: (value: string | null): RaRecord | undefined => (value === null ? undefined : data?.get(value)?.record),
    /** The colour of the record, where such records have one: brands. */
    colourOf: (value: string | null): string | undefined =>
      value === null ? undefined : data?.get(value)?.record.colour,
  };
}
