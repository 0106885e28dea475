import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router-dom';

/**
 * Holds people back from leaving a form with changes: by link within the app (asked by a dialog of ours) and by closing
 * the tab (asked by the browser). `leave` lets the next navigation pass, after saving.
 */
export function useUnsaved(dirty: boolean) {
  const free = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!free.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const leave = (go: () => void) => {
    free.current = true;
    go();
    // The same form may stay on the screen (save and new): from now on it warns again.
    setTimeout(() => {
      free.current = false;
    }, 0);
  };
  return { blocker, leave };
}
