import type { PanelFilter, PanelMeasure } from '@kontor/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useKontor } from '../../providers/dataProvider.ts';
import type { Figures } from './bars.ts';

interface Wanted {
  readonly of: string;
  readonly filter?: PanelFilter | undefined;
  readonly group?: readonly string[];
  readonly measures: readonly PanelMeasure[];
}

/** Figures of the rows that the user may see. They follow changes of these rows. */
export function useFigures({ of, filter, group = [], measures }: Wanted) {
  const api = useKontor();
  return useQuery({
    queryKey: [of, 'aggregate', 'overview', group, measures, filter],
    // what is shown stays until the next month is known
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<Figures[]> =>
      api.aggregate(of, { ...(group.length ? { group } : {}), measures, ...(filter ? { filter } : {}) }, signal),
  });
}
