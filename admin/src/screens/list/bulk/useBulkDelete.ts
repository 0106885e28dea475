import type { Resource } from '@kontor/shared';
import { type Identifier, useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { inParts, type Selection } from './selection.ts';

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
        const deleted: Identifier[] = [];
        const filters = selection.everything ? [selection.everything] : inParts(selection.ids).map((id) => ({ id }));
        for (const filter of filters) deleted.push(...(await api.deleteWhere(resource.name, filter)).ids);
        const text = t('deleted_many', { count: deleted.length });
        const restore = async () => {
          for (const ids of inParts(deleted)) await api.restoreMany(resource.name, ids);
        };
        if (resource.trash) undoable(text, restore);
        else say({ text });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
      refresh();
    },
    [resource, t, api, say, refresh, undoable],
  );
}
