import type { Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useSay } from '../../app/feedback/useSay.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import type { FilesView } from './fileView.ts';

/** Gives a record another file, and says so. */
export function useReplace(resource: Resource, view: FilesView, record: RaRecord) {
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  return async (file: string, text: string): Promise<void> => {
    try {
      await api.update(resource.name, {
        id: record.id,
        data: { [view.file]: file, version: record.version },
        previousData: record,
      });
      say({ text });
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
    }
    refresh();
  };
}
