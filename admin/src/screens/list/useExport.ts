import { useListContext } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useWords } from './useWords.ts';

/** Lets the browser fetch a signed address as a download, without leaving the page. */
export function download(url: string, name?: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name ?? '';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Exports the list as it is filtered, sorted and arranged. The server streams the file. */
export function useExport(resource: string, columns: readonly string[]) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const { filterValues, sort } = useListContext();
  return useCallback(
    async (format: 'csv' | 'xlsx') => {
      try {
        const order = [sort.field, sort.order] as const;
        download(await api.exportUrl(resource, format, columns, { filter: filterValues, sort: order }));
        say({ text: t('export_started'), tone: 'info' });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
    },
    [resource, columns, filterValues, sort, api, say, t],
  );
}
