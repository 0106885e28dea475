import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

const key = (locationKey: string) => `scroll:${locationKey}`;

/**
 * Remembers how far a list was scrolled, per entry of the browser's history, and returns there on "back" as soon as
 * the rows are there.
 */
export function useRestoredScroll(ready: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const location = useLocation();
  const type = useNavigationType();
  const restored = useRef<string | undefined>(undefined);

  useEffect(() => {
    const scroller = element.current;
    if (!scroller) return;
    const remember = () => sessionStorage.setItem(key(location.key), String(scroller.scrollTop));
    scroller.addEventListener('scroll', remember, { passive: true });
    return () => scroller.removeEventListener('scroll', remember);
  }, [location.key]);

  useEffect(() => {
    if (!ready || restored.current === location.key || !element.current) return;
    restored.current = location.key;
    if (type === 'POP') element.current.scrollTop = Number(sessionStorage.getItem(key(location.key)) ?? 0);
    else if (type === 'PUSH') element.current.scrollTop = 0;
  }, [ready, location.key, type]);

  return element;
}
