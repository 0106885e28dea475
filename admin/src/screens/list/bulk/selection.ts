import type { Identifier, RaRecord } from 'ra-core';
import type { KontorDataProvider } from '../../../providers/dataProvider.ts';
import type { FilterValues } from '../filters/entries.ts';

/** How many records are changed at once with a way back. */
export const mostRecords = 1000;

/** What is selected: these rows, or everything the list's filter finds. */
export interface Selection {
  readonly resource: string;
  readonly ids: readonly Identifier[];
  /** Set when everything is meant. */
  readonly everything?: FilterValues;
  readonly count: number;
}

/** The selection as a filter for one request over all of it. */
export const filterOf = ({ ids, everything }: Selection): FilterValues => everything ?? { id: ids };

/** The selected records as they are now; at most a thousand. */
export async function recordsOf(api: KontorDataProvider, selection: Selection): Promise<RaRecord[]> {
  const { data } = await api.getList(selection.resource, {
    filter: filterOf(selection),
    pagination: { page: 1, perPage: mostRecords },
    sort: { field: 'id', order: 'ASC' },
  });
  return data;
}
