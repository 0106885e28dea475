import { useEffect, useRef } from 'react';

/** Ctrl-S saves, Esc leaves, also while an input has the focus. An open menu or dialog keeps its Esc. */
export function useShortcuts(save: () => void, leave: () => void): void {
  const actions = useRef({ save, leave });
  actions.current = { save, leave };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        actions.current.save();
      } else if (event.key === 'Escape' && !document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]'))
        actions.current.leave();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
