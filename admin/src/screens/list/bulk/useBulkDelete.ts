import type { Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { filterOf, type Selection } from './selection.ts';

/** Deletes a selection in one transaction; what has a trash can be brought back from the message. */
export function useBulkDelete(resource: Resource): (selection: Selection) => Promise<void> {
  const t = useWords();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  return useCallback(
    async (selection) => {
      try {
        const { count, ids } = await api.deleteWhere(resource.name, filterOf(selection));
        const text = t('deleted_many', { count });
        if (resource.trash) undoable(text, () => api.restoreMany(resource.name, ids));
        else say({ text });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
      refresh();
    },
    [resource, t, api, say, refresh, undoable],
  );
}
