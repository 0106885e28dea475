import { useQuery } from '@tanstack/react-query';
import { useKontor } from '../../providers/dataProvider.ts';

/** Path of the content of an uploaded file, below the API's address. */
export const contentPath = (id: string) => `/files/${encodeURIComponent(id)}/content`;

/** Path of a picture in small. */
export const thumbnailPath = (id: string) => `/files/${encodeURIComponent(id)}/thumbnail`;

/** A signed address under which the browser itself can fetch something, renewed before it runs out. */
export function useTicketed(path: string): { url: string | undefined; failed: boolean } {
  const kontor = useKontor();
  const { data, isError } = useQuery({
    queryKey: ['ticket', path],
    queryFn: () => kontor.ticket(path),
    staleTime: 50_000,
    gcTime: 55_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { url: data, failed: isError };
}
