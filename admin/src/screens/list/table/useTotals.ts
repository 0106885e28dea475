import { fieldNamed, kindOf, type Resource } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../../../app/texts.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { isSummable } from '../columns/fields.ts';
import type { FilterValues } from '../filters/entries.ts';

/** Sums of the columns over everything the filter finds, in words. Undefined while none of them can be summed. */
export function useTotals(resource: Resource, columns: readonly string[], filter: FilterValues) {
  const api = useKontor();
  const locale = useLocale();
  const summed = columns.filter((name) => isSummable(resource, name));
  const { data } = useQuery({
    queryKey: [resource.name, 'aggregate', 'totals', summed, filter],
    queryFn: ({ signal }) =>
      api.aggregate(resource.name, { measures: summed.map((name) => `sum:${name}`), filter }, signal),
    enabled: summed.length > 0,
  });
  if (summed.length === 0) return undefined;
  const row = data?.[0];
  return Object.fromEntries(
    summed.map((name) => {
      const field = fieldNamed(resource, name)!;
      const sum = row?.[`sum_${name}`];
      return [name, sum === null || sum === undefined ? '' : kindOf(field).format(String(sum), field, locale)];
    }),
  ) as Record<string, string>;
}
