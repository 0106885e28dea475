import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { overviewOf } from '../list/overview.ts';
import { backToRow } from '../list/table/useRestoredRow.ts';

/** Where keys have a meaning of their own. */
const taken = 'input, textarea, select, [contenteditable=true], [role=dialog]';
const open = '[role="dialog"], [role="listbox"], [role="menu"]';

/** `e` edits the record, Esc leads back to its row, card or date. */
export function useShowKeys(resource: string, editPath: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).closest(taken)) return;
      if (event.key === 'e' && editPath) navigate(editPath);
      else if (event.key === 'Escape' && !document.querySelector(open))
        navigate(overviewOf(resource), { state: backToRow });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [resource, editPath, navigate]);
}
