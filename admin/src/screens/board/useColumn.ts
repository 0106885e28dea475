import type { Resource } from '@kontor/shared';
import { type Identifier, type RaRecord, useInfiniteGetList } from 'ra-core';
import { useMemo } from 'react';
import { embedsOf } from '../list/columns/fields.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { arranged, type Move } from './arrange.ts';

/** Cards that come at a time. Few enough to be quick, many enough to fill a screen. */
export const pageSize = 50;
const noFacts: readonly string[] = [];

/** The cards of a column, page by page, with the moves that are under way. */
export function useColumn(
  resource: Resource,
  state: string,
  filter: FilterValues,
  moves: ReadonlyMap<Identifier, Move>,
) {
  const { by, card: facts = noFacts } = resource.views!.board!;
  const [field, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  const {
    data,
    total = 0,
    isPending,
    error,
    refetch,
    isFetchingNextPage,
    fetchNextPage,
  } = useInfiniteGetList(
    resource.name,
    {
      filter: { ...filter, [by]: state },
      sort: { field, order },
      pagination: { page: 1, perPage: pageSize },
      meta: { embed: embedsOf(resource, [...facts, ...resource.title]) },
    },
    { placeholderData: (before) => before },
  );
  const cards = useMemo(() => {
    // A card that moved while pages were loaded may stand on two of them.
    const unique = new Map<Identifier, RaRecord>();
    for (const record of data?.pages.flatMap((page) => page.data) ?? []) unique.set(record.id, record);
    return arranged([...unique.values()], moves, state);
  }, [data, moves, state]);
  const further = Math.max(0, total - (data?.pages.length ?? 0) * pageSize);
  return { cards, facts, further, isPending, error, refetch, isFetchingNextPage, fetchNextPage };
}
