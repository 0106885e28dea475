import { useStore, useStoreContext } from 'ra-core';
import { useCallback } from 'react';

export interface RecordReference {
  readonly resource: string;
  readonly id: string;
}

const longest = 24;
const noRecords: readonly RecordReference[] = [];
const noVisits: Readonly<Record<string, number>> = {};

/** The list with the record in front, each record once. */
export const withVisit = (records: readonly RecordReference[], record: RecordReference): RecordReference[] =>
  [record, ...records.filter((r) => r.resource !== record.resource || r.id !== record.id)].slice(0, longest);

/** Remembers that a list or a record was opened: for "last opened", and for what this user needs at hand. */
export function useVisit(): (resource: string, id?: string) => void {
  const store = useStoreContext();
  return useCallback(
    (resource, id) => {
      if (id) {
        const records = store.getItem<readonly RecordReference[]>('recent.records') ?? noRecords;
        store.setItem('recent.records', withVisit(records, { resource, id }));
      } else {
        const visits = store.getItem<Record<string, number>>('recent.visits') ?? noVisits;
        store.setItem('recent.visits', { ...visits, [resource]: (visits[resource] ?? 0) + 1 });
      }
    },
    [store],
  );
}

/** The records that were opened last, newest first. */
export const useRecentRecords = (): readonly RecordReference[] =>
  useStore<readonly RecordReference[]>('recent.records', noRecords)[0];

/** How often the list of a resource was opened on this device. */
export const useVisitCounts = (): Readonly<Record<string, number>> =>
  useStore<Readonly<Record<string, number>>>('recent.visits', noVisits)[0];
