import { useInfiniteQuery } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { useKontor } from '../../providers/dataProvider.ts';

const page = 30;

/** What happened around a record, newest first, page by page; of one kind, or of all. */
export function useStream(resource: string, id: Identifier, kind: string) {
  const api = useKontor();
  const query = useInfiniteQuery({
    queryKey: [resource, 'stream', id, kind],
    queryFn: ({ pageParam, signal }) =>
      api.stream(resource, id, { of: kind ? [kind] : undefined, before: pageParam, limit: page }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ entries }) => (entries.length === page ? entries.at(-1)!.cursor : undefined),
    placeholderData: (before) => before,
  });
  return {
    ...query,
    kinds: query.data?.pages[0]?.kinds ?? [],
    entries: query.data?.pages.flatMap(({ entries }) => entries),
  };
}
