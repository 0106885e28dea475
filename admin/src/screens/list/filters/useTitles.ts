import { useQuery } from '@tanstack/react-query';
import { recordTitle } from '../../../app/recordTitle.ts';
import { useLocale } from '../../../app/texts.ts';
import { declarationOf, manifestOf } from '../../../declarations.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import type { FilterGroup } from './entries.ts';
import { idsByResource } from './idsByResource.ts';

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
