import { labelText, type Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback, useState } from 'react';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useLocale } from '../../../app/texts.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useWords } from '../useWords.ts';
import { recordsOf, type Selection } from './selection.ts';

/**
 * Runs a transition record by record, because each may be refused for a reason of its own. Progress is shown, and in
 * the end how many went through and why others did not.
 */
export function useBulkStep(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const [progress, setProgress] = useState<string>();
  const run = useCallback(
    async (selection: Selection, name: string) => {
      const label = labelText(resource.workflow!.transitions[name]!.label, name, locale);
      const records = await recordsOf(api, selection);
      let done = 0;
      let reason = '';
      for (const [index, record] of records.entries()) {
        setProgress(t('step_running', { label, done: index + 1, count: records.length }));
        try {
          await api.act(resource.name, record.id, name, { version: record.version });
          done++;
        } catch (error) {
          reason = (error as Error).message;
        }
      }
      setProgress(undefined);
      refresh();
      const failed = records.length - done;
      const text = t('step_done', { done, count: records.length, label });
      say(
        failed === 0
          ? { text }
          : { text: `${text} ${t('step_failed', { count: failed, reason })}`, tone: done === 0 ? 'error' : 'warning' },
      );
    },
    [resource, t, locale, api, say, refresh],
  );
  return { run, progress };
}
