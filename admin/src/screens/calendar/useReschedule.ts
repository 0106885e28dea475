import type { EventDropArg } from '@fullcalendar/core';
import { kindOf, type Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useCallback } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { valuesOf } from '../list/columns/fields.ts';
import { useUndoable } from '../list/useUndoable.ts';
import { fromDrawnEnd, fromWall } from './times.ts';
import { useWords } from './words.ts';

/** Moves a record to the time to which its event was dragged; a refusal puts the event back. */
export function useReschedule(resource: Resource, instant: boolean) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  return useCallback(
    async ({ event, revert }: Pick<EventDropArg, 'event' | 'revert'>) => {
      const { from, to } = resource.views!.calendar!;
      const record = event.extendedProps.record as RaRecord;
      const title = event.title;
      const values = {
        [from]: fromWall(event.start!, instant),
        ...(to && event.end ? { [to]: fromDrawnEnd(event.end, instant) } : {}),
      };
      const before = { ...valuesOf(resource, from, record), ...(to ? valuesOf(resource, to, record) : {}) };
      const change = (data: Record<string, unknown>, version: unknown) =>
        api.update(resource.name, { id: record.id, data: { ...data, version }, previousData: record });
      try {
        const { data } = await change(values, record.version);
        const date = kindOf(resource.fields[from]!).format(values[from], resource.fields[from]!, locale);
        undoable(t('moved', { title, date }), () => change(before, data.version));
      } catch (error) {
        revert();
        say({ text: t('not_moved', { title, reason: (error as Error).message }), tone: 'error' });
      }
      refresh();
    },
    [resource, instant, t, locale, api, say, refresh, undoable],
  );
}
