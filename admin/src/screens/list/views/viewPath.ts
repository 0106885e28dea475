import type { FilterValues } from '../filters/entries.ts';

export type ViewName = 'list' | 'board' | 'calendar';

/** The address of a view with a filter. */
export function viewPath(resource: string, view: ViewName, filter: FilterValues): string {
  const base = view === 'list' ? `/${resource}` : `/${resource}/${view}`;
  return `${base}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
