import type { Resource } from '@kontor/shared';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { useMemo, useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { embedsOf } from '../list/columns/fields.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { arranged, type CardPage, laidOut, type Move, pagesInSight } from './arrange.ts';

/** Cards that come at a time. Few enough to be quick, many enough to fill a screen. */
export const pageSize = 50;
const noFacts: readonly string[] = [];

/** What the questions of all columns begin with. */
export const cardsKey = (resource: string) => [resource, 'board'] as const;

/**
 * The cards of a column with the moves that are under way. Only the pages in sight are asked for, and asked again when
 * something changed, however long the column is.
 */
export function useColumn(
  resource: Resource,
  state: string,
  filter: FilterValues,
  moves: ReadonlyMap<Identifier, Move>,
) {
  const api = useKontor();
  const { by, card: facts = noFacts } = resource.views!.board!;
  const [field, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  const [[first, last], setSight] = useState<readonly [first: number, last: number]>([0, 0]);
  const { pages, isPending, error, retry } = useQueries({
    queries: pagesInSight(first, last, pageSize).map((page) => ({
      queryKey: [...cardsKey(resource.name), state, filter, page],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<CardPage> => {
        const { data, total = 0 } = await api.getList(resource.name, {
          filter: { ...filter, [by]: state },
          sort: { field, order },
          pagination: { page: page + 1, perPage: pageSize },
          meta: { embed: embedsOf(resource, [...facts, ...resource.title]) },
          signal,
        });
        return { page, records: data, total };
      },
    })),
    combine,
  });
  const places = useMemo(() => arranged(laidOut(pages, pageSize), moves, state), [pages, moves, state]);
  return { places, facts, isPending, error, retry, setSight };
}

/** The loaded pages, the first one first; it alone says whether the column is still on its way. */
const combine = (answers: UseQueryResult<CardPage>[]) => ({
  pages: answers[0]?.data ? answers.flatMap(({ data }) => data ?? []) : [],
  isPending: answers[0]?.isPending ?? true,
  error: answers.find((answer) => answer.error)?.error,
  retry: () => {
    for (const answer of answers) if (answer.error) void answer.refetch();
  },
});
