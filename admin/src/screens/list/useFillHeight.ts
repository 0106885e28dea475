import { type RefObject, useLayoutEffect, useRef } from 'react';
import { usePhone } from '../../app/preferences.ts';
import { sizes } from '../../app/theme.ts';

/**
 * Gives an element the height from its top to the lower edge of the window, so that a list scrolls in itself and its
 * head, totals and pages stay in sight. Set on the element at once, not by a second render: a scroll position that is
 * restored needs the final height.
 */
export function useFillHeight(active: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const below = usePhone() ? sizes.bottomBar + 8 : 16;
  useLayoutEffect(() => {
    const filled = element.current;
    if (!filled) return;
    if (!active) {
      filled.style.height = '';
      return;
    }
    const measure = () => {
      const top = filled.getBoundingClientRect().top + window.scrollY;
      filled.style.height = `${Math.max(320, window.innerHeight - top - below)}px`;
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (filled.parentElement) observer.observe(filled.parentElement);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [active, below]);
  return element;
}
