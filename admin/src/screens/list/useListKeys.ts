import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true], [role=dialog]');

/** Where arrow keys have a meaning of their own. */
const controls = 'a, button, [role=region], [role=menu], [role=listbox], [role=tablist]';

/**
 * Keys that work anywhere on a list: `/` goes to its search, `n` creates a record, the down arrow enters the rows.
 * Taken before the frame sees them, because the nearest search is meant.
 */
export function useListKeys(createPath: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const search = document.querySelector<HTMLInputElement>('[data-list-search]');
      const onControl = event.target instanceof HTMLElement && event.target.closest(controls);
      if (event.key === '/' && search) search.focus();
      else if (event.key === 'n' && createPath) navigate(createPath);
      else if (event.key === 'ArrowDown' && !onControl) document.querySelector<HTMLElement>('tr[data-id]')?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [createPath, navigate]);
}
