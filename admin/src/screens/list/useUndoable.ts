import { useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useWords } from './useWords.ts';

/** Says what happened and offers „Rückgängig“: a request of its own that puts everything back. */
export function useUndoable(): (text: string, putBack: () => Promise<unknown>) => void {
  const t = useWords();
  const say = useSay();
  const refresh = useRefresh();
  return useCallback(
    (text, putBack) => {
      const undo = async () => {
        try {
          await putBack();
          say({ text: t('put_back'), tone: 'info' });
        } catch (error) {
          say({ text: (error as Error).message, tone: 'error' });
        }
        refresh();
      };
      say({ text, action: { label: t('undo'), onClick: () => void undo() } });
    },
    [t, say, refresh],
  );
}
