import { fieldLabel, type Resource } from '@kontor/shared';
import { useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { type DryRun, type Filter, useKontor } from '../../../providers/dataProvider.ts';
import { valuesOf } from '../columns/fields.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { type Change, combined, grouped, type ListMode } from './changes.ts';
import { inParts, recordsOf, type Selection } from './selection.ts';

/** One request of a change: which records get which values. */
interface Wanted {
  readonly filter: Filter;
  readonly values: Record<string, unknown>;
}

const requestsOf = (changes: readonly Change[]): Wanted[] =>
  changes.flatMap(({ ids, values }) => inParts(ids).map((id) => ({ filter: { id }, values })));

/** Gives one field the same value in all selected records, or tells what that would do. */
export function useBulkEdit(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const refresh = useRefresh();
  const undoable = useUndoable();

  const wanted = useCallback(
    async (selection: Selection, name: string, values: Record<string, unknown>, mode: ListMode): Promise<Wanted[]> => {
      if (mode !== 'replace')
        return requestsOf(
          grouped(await recordsOf(api, selection), (record) => ({
            [name]: combined(record[name], values[name] as unknown[], mode),
          })),
        );
      return selection.everything
        ? [{ filter: selection.everything, values }]
        : requestsOf([{ ids: selection.ids, values }]);
    },
    [api],
  );

  const preview = useCallback(
    async (selection: Selection, name: string, values: Record<string, unknown>, mode: ListMode): Promise<DryRun> => {
      const plan = { result: null, count: 0, changes: [] as DryRun['changes'][number][] };
      for (const request of await wanted(selection, name, values, mode)) {
        const part = await api.tryUpdateWhere(resource.name, request.filter, request.values);
        plan.count += part.count;
        plan.changes.push(...part.changes);
      }
      return plan;
    },
    [resource, api, wanted],
  );

  /** The message of a change offers to put every record back. */
  const save = useCallback(
    async (selection: Selection, name: string, values: Record<string, unknown>, mode: ListMode) => {
      const records = await recordsOf(api, selection);
      // One request for each new value: of several the first may have gone through when the next one fails.
      const write = async (requests: readonly Wanted[]) => {
        let written = 0;
        try {
          for (const request of requests)
            written += (await api.updateWhere(resource.name, request.filter, request.values)).count;
        } catch (error) {
          if (written === 0) throw error;
          refresh();
          const reason = (error as Error).message;
          throw new Error(t('changed_partly', { done: written, count: selection.count, reason }));
        }
        return written;
      };
      const count = await write(await wanted(selection, name, values, mode));
      refresh();
      const label = fieldLabel(resource.fields[name]!, name, locale);
      undoable(t('changed_many', { count, label }), () =>
        write(requestsOf(grouped(records, (record) => valuesOf(resource, name, record)))),
      );
    },
    [resource, t, locale, api, refresh, undoable, wanted],
  );
  return { save, preview };
}
