import type { RaRecord } from 'ra-core';
import type { FilterValues } from '../filters/entries.ts';

/** What a saved view remembers of a list. */
export interface ViewState {
  readonly filter: FilterValues;
  readonly sort: readonly [field: string, order: 'ASC' | 'DESC'];
  readonly perPage: number;
  readonly columns: readonly string[];
}

/** A saved view as the API keeps it. */
export interface SavedView extends RaRecord {
  readonly name: string;
  readonly resource: string;
  readonly view: Partial<ViewState> | null;
  readonly shared: boolean;
  readonly created_by: string | null;
}

/** The resource that keeps views. */
export const savedViews = 'saved_views';

/** The part of the address that opens a list as the view remembers it. */
export function viewSearch(view: Partial<ViewState>, fallback: ViewState): string {
  const { filter, sort, perPage } = { ...fallback, ...view };
  return new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: sort[0],
    order: sort[1],
    page: '1',
    perPage: String(perPage),
  }).toString();
}

/** Does the list stand as the view remembers it? */
export function isCurrent({ view }: SavedView, state: ViewState): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const sorted = (filter: FilterValues) => Object.entries(filter).sort(([a], [b]) => a.localeCompare(b));
  return (
    same(sorted(view?.filter ?? {}), sorted(state.filter)) &&
    same(view?.sort ?? state.sort, state.sort) &&
    same(view?.columns ?? state.columns, state.columns)
  );
}
