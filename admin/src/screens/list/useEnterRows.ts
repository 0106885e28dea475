import { useListContext } from 'ra-core';
import { useEffect, useState } from 'react';

/**
 * Leads from the search to the first row: once the rows are those of the text, because older ones are about to go and
 * would take the focus along.
 */
export function useEnterRows(): (text: string) => void {
  const { filterValues, isFetching } = useListContext();
  const [text, setText] = useState<string>();
  const there = text !== undefined && !isFetching && (filterValues.q ?? '') === text;
  useEffect(() => {
    if (!there) return;
    setText(undefined);
    const row = document.querySelector<HTMLElement>('tr[data-id]');
    if (row) row.focus();
    else (document.activeElement as HTMLElement | null)?.blur();
  }, [there]);
  return setText;
}
