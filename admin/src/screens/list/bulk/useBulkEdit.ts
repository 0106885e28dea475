import { fieldLabel, type Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { valuesOf } from '../columns/fields.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { combined, grouped, type ListMode } from './changes.ts';
import { filterOf, mostRecords, recordsOf, type Selection } from './selection.ts';

/** Gives one field the same value in all selected records; the message offers to put every record back. */
export function useBulkEdit(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const refresh = useRefresh();
  const undoable = useUndoable();
  return useCallback(
    async (selection: Selection, name: string, values: Record<string, unknown>, mode: ListMode) => {
      if (selection.count > mostRecords) throw new Error(t('not_all_found'));
      const records = await recordsOf(api, selection);
      let count = 0;
      if (mode === 'replace') {
        count = (await api.updateWhere(resource.name, filterOf(selection), values)).count;
      } else {
        const changes = grouped(records, (record) => ({
          [name]: combined(record[name], values[name] as unknown[], mode),
        }));
        for (const change of changes)
          count += (await api.updateWhere(resource.name, { id: change.ids }, change.values)).count;
      }
      refresh();
      const label = fieldLabel(resource.fields[name]!, name, locale);
      undoable(t('changed_many', { count, label }), async () => {
        for (const change of grouped(records, (record) => valuesOf(resource, name, record)))
          await api.updateWhere(resource.name, { id: change.ids }, change.values);
      });
    },
    [resource, t, locale, api, refresh, undoable],
  );
}
