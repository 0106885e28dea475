import type { EventInput } from '@fullcalendar/core';
import type { Resource, Tone } from '@kontor/shared';
import { type RaRecord, useGetList } from 'ra-core';
import { useMemo } from 'react';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { embedsOf } from '../list/columns/fields.ts';
import type { FilterValues } from '../list/filters/entries.ts';
import { narrowed } from './narrowed.ts';
import { drawnEnd, fromWall, isInstant, toWall } from './times.ts';

export const mostEvents = 1000;
/** How long before the shown period something may have begun that still lasts, where not everything has an end. */
const longestDays = 62;

export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** The tone of a record's state, when its resource has a workflow. */
export function toneOf(resource: Resource, record: RaRecord): Tone {
  const field = resource.workflow && resource.fields[resource.workflow.field];
  const tones = field?.tones as Record<string, Tone> | undefined;
  return (field && tones?.[record[resource.workflow!.field]]) || 'neutral';
}

/** What takes place in a period begins before its end, and ends after its start. */
function within(resource: Resource, { start, end }: Period, instant: boolean): FilterValues {
  const { from, to } = resource.views!.calendar!;
  const before = { [`${from}_lt`]: fromWall(end, instant) };
  // the last day of a period of days is part of it
  if (to && resource.fields[to]?.required)
    return { ...before, [`${to}_${instant ? 'gt' : 'gte'}`]: fromWall(start, instant) };
  const earliest = new Date(start.getTime() - (to ? longestDays * 86_400_000 : 0));
  return { ...before, [`${from}_gte`]: fromWall(earliest, instant) };
}

/** The records of a period as events, with the titles of further fields. */
export function useEvents(
  resource: Resource,
  period: Period | undefined,
  filter: FilterValues,
  editable: boolean,
  named: readonly string[] = [],
) {
  const locale = useLocale();
  const { from, to } = resource.views!.calendar!;
  const instant = isInstant(resource.fields[from]!, from);
  const {
    data,
    total = 0,
    isFetching,
    error,
    refetch,
  } = useGetList(
    resource.name,
    {
      filter: period ? narrowed(filter, within(resource, period, instant)) : {},
      sort: { field: from, order: 'ASC' },
      pagination: { page: 1, perPage: mostEvents },
      meta: { embed: embedsOf(resource, [...resource.title, ...named]) },
    },
    { enabled: Boolean(period), placeholderData: (before) => before },
  );
  const events = useMemo(
    () =>
      (data ?? []).map((record): EventInput => {
        const end = drawnEnd(to && record[to], instant);
        return {
          id: String(record.id),
          title: recordTitle(resource, record, locale),
          start: toWall(record[from], instant),
          allDay: !instant,
          editable,
          classNames: [`tone-${toneOf(resource, record)}`],
          extendedProps: { record },
          url: `/${resource.name}/${encodeURIComponent(record.id)}/show`,
          ...(end ? { end } : {}),
        };
      }),
    [data, resource, locale, from, to, instant, editable],
  );
  return { events, total, isFetching, error, refetch, instant };
}
