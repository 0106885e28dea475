import { useListContext } from 'ra-core';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { announceJob } from '../../providers/jobs.ts';
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

/** More rows than these are written in the background: nobody has to wait for them. */
const mostDirect = 1000;

/** Exports the list as it is filtered, sorted and arranged. The server streams the file, or a job writes it. */
export function useExport(resource: string, columns: readonly string[]) {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const navigate = useNavigate();
  const can = useCan();
  const { filterValues, sort, total = 0 } = useListContext();
  const later = total > mostDirect && can('read', 'jobs');
  return useCallback(
    async (format: 'csv' | 'xlsx') => {
      try {
        const list = { filter: filterValues, sort: [sort.field, sort.order] as const };
        if (later) {
          const job = await api.exportLater(resource, format, columns, list);
          announceJob();
          const action = { label: t('export_look'), onClick: () => navigate(`/jobs/${job.id}/show`) };
          say({ text: t('export_later'), tone: 'info', action });
          return;
        }
        download(await api.exportUrl(resource, format, columns, list));
        say({ text: t('export_started'), tone: 'info' });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
    },
    [resource, columns, filterValues, sort, later, api, say, t, navigate],
  );
}
