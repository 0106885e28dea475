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
      const write = async (changes: readonly Change[]) => {
        let written = 0;
        for (const change of changes)
          for (const id of inParts(change.ids))
            written += (await api.updateWhere(resource.name, { id }, change.values)).count;
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
