import { type RefObject, useEffect, useRef, useState } from 'react';

/** The cells of a row (those with `data-sum`) that the table was scrolled away from. */
export function useCellsOutOfSight(cells: string): [row: RefObject<HTMLTableRowElement | null>, hidden: Set<string>] {
  const row = useRef<HTMLTableRowElement>(null);
  const [hidden, setHidden] = useState<Set<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cells are observed anew
  useEffect(() => {
    const root = row.current?.closest('[role=region]');
    if (!row.current || !root) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setHidden((before) => {
          const after = new Set(before);
          for (const { target, intersectionRatio } of entries) {
            const name = (target as HTMLElement).dataset.sum!;
            if (intersectionRatio < 0.9) after.add(name);
            else after.delete(name);
          }
          return after;
        }),
      { root, threshold: [0, 0.9] },
    );
    for (const cell of row.current.querySelectorAll('[data-sum]')) observer.observe(cell);
    return () => observer.disconnect();
  }, [cells]);
  return [row, hidden];
}
