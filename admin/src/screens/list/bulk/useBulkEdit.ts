import { fieldLabel, type Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { valuesOf } from '../columns/fields.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { type Change, combined, grouped, type ListMode } from './changes.ts';
import { inParts, recordsOf, type Selection } from './selection.ts';

/** Gives one field the same value in all selected records; the message offers to put every record back. */
export function useBulkEdit(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const refresh = useRefresh();
  const undoable = useUndoable();
  return useCallback(
    async (selection: Selection, name: string, values: Record<string, unknown>, mode: ListMode) => {
      const records = await recordsOf(api, selection);
      // One request for each new value: of several the first may have gone through when the next one fails.
      const write = async (changes: readonly Change[]) => {
        let written = 0;
        try {
          for (const change of changes)
            for (const id of inParts(change.ids))
              written += (await api.updateWhere(resource.name, { id }, change.values)).count;
        } catch (error) {
          if (written === 0) throw error;
          refresh();
          const reason = (error as Error).message;
          throw new Error(t('changed_partly', { done: written, count: selection.count, reason }));
        }
        return written;
      };
      let count = 0;
      if (mode !== 'replace')
        count = await write(
          grouped(records, (record) => ({ [name]: combined(record[name], values[name] as unknown[], mode) })),
        );
      else if (selection.everything) count = (await api.updateWhere(resource.name, selection.everything, values)).count;
      else count = await write([{ ids: selection.ids, values }]);
      refresh();
      const label = fieldLabel(resource.fields[name]!, name, locale);
      undoable(t('changed_many', { count, label }), () =>
        write(grouped(records, (record) => valuesOf(resource, name, record))),
      );
    },
    [resource, t, locale, api, refresh, undoable],
  );
}
