import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

const key = (resource: string) => `overview:${resource}`;

/** Remembers where the records of a resource were looked at: list, board or calendar, with its filter. */
export function useRememberedOverview(resource: string): void {
  const { pathname, search } = useLocation();
  useEffect(() => sessionStorage.setItem(key(resource), pathname + search), [resource, pathname, search]);
}

/** The way from a record back to the others. */
export const overviewOf = (resource: string): string => sessionStorage.getItem(key(resource)) ?? `/${resource}`;
