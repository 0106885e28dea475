import { type RefObject, useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

const key = (resource: string) => `row:${resource}`;

/** What a screen says that leads back to its record's row. */
export const backToRow = { backToRow: true } as const;

/** Remembers the row that was last used, and gives it the focus again for whoever comes back from its record. */
export function useRestoredRow(scroller: RefObject<HTMLElement | null>, resource: string, ready: boolean): void {
  const { state } = useLocation();
  const back = useNavigationType() === 'POP' || Boolean(state?.backToRow);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const remember = (event: Event) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>('tr[data-id]')?.dataset.id;
      if (id) sessionStorage.setItem(key(resource), id);
    };
    element.addEventListener('focusin', remember);
    element.addEventListener('click', remember);
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('click', remember);
    };
  }, [scroller, resource]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the first rows that are there
  useEffect(() => {
    const element = scroller.current;
    const id = sessionStorage.getItem(key(resource));
    const typing = document.activeElement?.closest('input, textarea, select, [role=dialog]');
    if (!ready || !back || !element || !id || typing) return;
    const row = element.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [ready]);
}
