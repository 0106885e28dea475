import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The height from the top of an element to the lower edge of the window, so that a list scrolls in itself and its head,
 * totals and pages stay in sight.
 */
export function useFillHeight(active: boolean, below = 16) {
  const element = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    if (!active) {
      setHeight(undefined);
      return;
    }
    const measure = () => {
      if (!element.current) return;
      const top = element.current.getBoundingClientRect().top + window.scrollY;
      setHeight(Math.max(320, window.innerHeight - top - below));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (element.current?.parentElement) observer.observe(element.current.parentElement);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [active, below]);
  return { element, height };
}
