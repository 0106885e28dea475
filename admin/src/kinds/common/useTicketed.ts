import { useQuery } from '@tanstack/react-query';
import { useKontor } from '../../providers/dataProvider.ts';

/** Path of the content of an uploaded file, below the API's address. */
export const contentPath = (id: string) => `/files/${encodeURIComponent(id)}/content`;

/** A signed address under which the browser itself can fetch a file, renewed before it runs out. */
export function useTicketed(id: string | null | undefined): { url: string | undefined; failed: boolean } {
  const kontor = useKontor();
  const { data, isError } = useQuery({
    queryKey: ['ticket', id],
    queryFn: () => kontor.ticket(contentPath(id!)),
    enabled: Boolean(id),
    staleTime: 50_000,
    gcTime: 55_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { url: data, failed: isError };
}
