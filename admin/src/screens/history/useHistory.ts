import { useInfiniteQuery } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { type HistoryEntry, useKontor } from '../../providers/dataProvider.ts';

const page = 50;

/** What happened to a record, newest first, page by page. */
export function useHistory(resource: string, id: Identifier) {
  const api = useKontor();
  const query = useInfiniteQuery({
    queryKey: [resource, 'history', id],
    queryFn: ({ pageParam, signal }) => api.history(resource, id, { before: pageParam, limit: page }, signal),
    initialPageParam: undefined as HistoryEntry | undefined,
    getNextPageParam: (last) => (last.length === page ? last.at(-1) : undefined),
  });
  return { ...query, entries: query.data?.pages.flat() };
}
