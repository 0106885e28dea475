import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** A card with a title of one line and two lines of facts; what is rendered is measured. */
const usualHeight = 92;
/** What the head of a column covers, where it stays in sight while the board scrolls. */
const headHeight = 48;

/**
 * Which cards of a column are in sight, and where. The column scrolls in itself, or with the whole board where `shared`
 * is that board.
 */
export function useColumnWindow(
  count: number,
  shared: HTMLElement | null,
  onSight: (sight: readonly [first: number, last: number]) => void,
) {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  // Where the cards begin in the board that scrolls: below the head of the column.
  useLayoutEffect(() => {
    if (!shared || !list.current) return setMargin(0);
    const top = list.current.getBoundingClientRect().top - shared.getBoundingClientRect().top;
    setMargin(top + shared.scrollTop);
  }, [shared]);
  const cards = useVirtualizer<HTMLElement, HTMLElement>({
    // Heights are remembered by place and not by card: pages out of sight are not loaded, and nothing may jump then.
    count,
    getScrollElement: () => shared ?? list.current,
    estimateSize: () => usualHeight,
    scrollMargin: margin,
    overscan: 4,
    scrollPaddingStart: shared ? headHeight : 0,
  });
  const shown = cards.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useLayoutEffect(() => onSight([first, last]), [onSight, first, last]);
  const show = useCallback((index: number) => cards.scrollToIndex(index, { align: 'auto' }), [cards]);
  return { list, shown, show, margin, height: cards.getTotalSize(), measure: cards.measureElement };
}
