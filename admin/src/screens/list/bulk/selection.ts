import type { Identifier, RaRecord } from 'ra-core';
import type { KontorDataProvider } from '../../../providers/dataProvider.ts';
import type { FilterValues } from '../filters/entries.ts';

/** How many records the server changes in one transaction. */
export const mostRecords = 10_000;

/** How many records, or ids of them, travel in one request. */
export const perRequest = 1000;

/** What is selected: these rows, or everything the list's filter finds. */
export interface Selection {
  readonly resource: string;
  readonly ids: readonly Identifier[];
  /** Set when everything is meant. */
  readonly everything?: FilterValues;
  readonly count: number;
}

/** Ids in groups of which each fits into one request. */
export const inParts = <T>(ids: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(ids.length / perRequest) }, (_, part) =>
    ids.slice(part * perRequest, (part + 1) * perRequest),
  );

/** The selected records as they are now. */
export async function recordsOf(api: KontorDataProvider, selection: Selection): Promise<RaRecord[]> {
  const read = async (filter: FilterValues, page: number) =>
    (
      await api.getList(selection.resource, {
        filter,
        pagination: { page, perPage: perRequest },
        sort: { field: 'id', order: 'ASC' },
      })
    ).data;
  const records: RaRecord[] = [];
  const { everything } = selection;
  if (everything) {
    for (let page = 1; (page - 1) * perRequest < selection.count; page++)
      records.push(...(await read(everything, page)));
    return records;
  }
  for (const id of inParts(selection.ids)) records.push(...(await read({ id }, 1)));
  return records;
}
