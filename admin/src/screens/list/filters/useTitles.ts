import { useQuery } from '@tanstack/react-query';
import { recordTitle } from '../../../app/recordTitle.ts';
import { useLocale } from '../../../app/texts.ts';
import { declarationOf, manifestOf } from '../../../declarations.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import type { FilterGroup } from './entries.ts';

/** Ids that a filter names, by the resource they belong to. */
export function idsByResource(groups: readonly FilterGroup[]): Record<string, string[]> {
  const wanted: Record<string, string[]> = {};
  for (const { field, entries } of groups) {
    const named = entries.find(({ key }) => key.endsWith('_resource'))?.value;
    const target = (field?.to as string | undefined) ?? (typeof named === 'string' ? named : undefined);
    if (!target) continue;
    const ids = entries
      .filter(({ operator, key }) => operator !== 'null' && !key.endsWith('_resource'))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
      .filter((value): value is string => typeof value === 'string');
    if (ids.length > 0) wanted[target] = [...new Set([...(wanted[target] ?? []), ...ids])];
  }
  return wanted;
}

/** The titles of the records that a filter names. */
export function useTitles(groups: readonly FilterGroup[]): (id: string) => string | undefined {
  const api = useKontor();
  const locale = useLocale();
  const wanted = idsByResource(groups);
  const { data } = useQuery({
    queryKey: ['filter_titles', wanted, locale],
    enabled: Object.keys(wanted).length > 0,
    staleTime: 60_000,
    queryFn: async () => {
      const titles: Record<string, string> = {};
      for (const [name, ids] of Object.entries(wanted)) {
        if (!manifestOf(name)) continue;
        const [resource, { data: records }] = await Promise.all([declarationOf(name), api.getMany(name, { ids })]);
        for (const record of records) titles[record.id] = recordTitle(resource, record, locale);
      }
      return titles;
    },
  });
  return (id) => data?.[id];
}
