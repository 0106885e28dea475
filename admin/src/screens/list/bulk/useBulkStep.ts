import { labelText, type Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useLocale } from '../../../app/texts.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useWords } from '../useWords.ts';
import { recordsOf, type Selection } from './selection.ts';

/**
 * Runs a transition record by record, because each may be refused for a reason of its own. Says how many are through,
 * can be stopped between two records, and tells in the end how many went through and why others did not.
 */
export function useBulkStep(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [through, setThrough] = useState<number>();
  const stopped = useRef(false);
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  // Who leaves the list stops as well: nothing goes on unseen.
  useEffect(() => stop, [stop]);
  const run = useCallback(
    async (selection: Selection, name: string) => {
      const label = labelText(resource.workflow!.transitions[name]!.label, name, locale);
      stopped.current = false;
      setThrough(0);
      let done = 0;
      let failed = 0;
      let reason = '';
      try {
        for (const record of await recordsOf(api, selection)) {
          if (stopped.current) break;
          try {
            await api.act(resource.name, record.id, name, { version: record.version });
            done++;
          } catch (error) {
            failed++;
            reason = (error as Error).message;
          }
          setThrough(done + failed);
        }
        const text = [
          t('step_done', { done, count: selection.count, label }),
          ...(stopped.current ? [t('step_stopped')] : []),
          ...(failed > 0 ? [t('step_failed', { count: failed, reason })] : []),
        ].join(' ');
        say(failed === 0 ? { text } : { text, tone: done === 0 ? 'error' : 'warning' });
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
      setThrough(undefined);
      refresh();
    },
    [resource, t, locale, api, say, refresh],
  );
  return { run, stop, through };
}
