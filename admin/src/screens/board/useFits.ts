import { useLayoutEffect, useState } from 'react';

/** The least a column takes, and what lies between two. */
export const columnWidth = 204;
const between = 12;

/** Do all columns fit side by side? Undefined until the element was measured. */
export function useFits(element: HTMLElement | null, columns: number): boolean | undefined {
  const [fits, setFits] = useState<boolean>();
  useLayoutEffect(() => {
    if (!element) return;
    const needed = columns * columnWidth + (columns - 1) * between;
    const measure = () => setFits(element.clientWidth >= needed);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, columns]);
  return fits;
}
