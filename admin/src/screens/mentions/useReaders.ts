import { useQuery } from '@tanstack/react-query';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

/** Somebody who can be named. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  /** What is written after the `@`: their name, with their address where somebody else is called the same. */
  readonly mention: string;
}

/** The record about which one writes. */
export interface About {
  readonly resource: string;
  readonly id: string;
}

const none: readonly Reader[] = [];

/** Who may read the record and what is written about it, by the beginning of a name; nobody while nothing is typed. */
export function useReaders(about: About, of: string, typed: string | undefined): readonly Reader[] {
  const { data = none } = useQuery({
    queryKey: [about.resource, 'readers', about.id, of, typed],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ of, q: typed ?? '' });
      const path = `${apiUrl}/${about.resource}/${encodeURIComponent(about.id)}/readers?${asked}`;
      return (await httpClient<readonly Reader[]>(path, { signal })).json;
    },
    enabled: typed !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  return typed === undefined ? none : data;
}
