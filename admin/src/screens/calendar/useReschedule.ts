import { kindOf, type Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { valuesOf } from '../list/columns/fields.ts';
import { useUndoable } from '../list/useUndoable.ts';
import { useWords } from './words.ts';

export interface Rescheduled {
  readonly record: RaRecord;
  readonly title: string;
  /** The new values of the fields by which the calendar places it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Puts it back where it was drawn. */
  readonly revert?: () => void;
}

/** Moves a record to where it was dragged; a refusal puts it back. */
export function useReschedule(resource: Resource) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  return useCallback(
    async ({ record, title, values, revert }: Rescheduled) => {
      const { from } = resource.views!.calendar!;
      const before = Object.assign({}, ...Object.keys(values).map((name) => valuesOf(resource, name, record)));
      const change = (data: Record<string, unknown>, version: unknown) =>
        api.update(resource.name, { id: record.id, data: { ...data, version }, previousData: record });
      try {
        const { data } = await change(values, record.version);
        const date = kindOf(resource.fields[from]!).format(values[from], resource.fields[from]!, locale);
        undoable(t('moved', { title, date }), () => change(before, data.version));
      } catch (error) {
        revert?.();
        say({ text: t('not_moved', { title, reason: (error as Error).message }), tone: 'error' });
      }
      refresh();
    },
    [resource, t, locale, api, say, refresh, undoable],
  );
}
