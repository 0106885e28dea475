import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FilterValues } from './entries.ts';

/** Reads the filter out of an address; an address that was cut on its way means no filter. */
export function parseFilter(text: string | null): FilterValues {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as FilterValues) : {};
  } catch {
    return {};
  }
}

/** The filter of a board or a calendar: in the address like that of a list, so that it goes along and can be sent. */
export function useFilterInAddress(): [FilterValues, (values: FilterValues) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.get('filter');
  const filter = useMemo(() => parseFilter(text), [text]);
  const set = useCallback(
    (values: FilterValues) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (Object.keys(values).length > 0) next.set('filter', JSON.stringify(values));
          else next.delete('filter');
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, set];
}
