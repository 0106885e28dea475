import { useGetOne } from 'ra-core';
import { embeddedTitles } from './embedded.ts';

/** The name of an uploaded file: sent along with the record, else asked for. */
export function useFileName(id: string | null | undefined, record?: Record<string, unknown>, name?: string): string {
  const embedded = id && name ? embeddedTitles(record, name).find((entry) => entry.id === id)?.title : undefined;
  const { data } = useGetOne('files', { id: id ?? '' }, { enabled: Boolean(id) && !embedded, retry: false });
  return embedded ?? data?.name ?? '…';
}
