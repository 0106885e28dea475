import type { Identifier } from 'ra-core';
import { useEffect, useRef } from 'react';
import type { Place } from './arrange.ts';

/**
 * Shows where a card has landed. Below the end of a column that is shorter than the others, that is somewhere else than
 * where it was dropped; and in its order the server may know another place than the hand.
 */
export function useLanding(places: readonly Place[], landed: Identifier | undefined, show: (index: number) => void) {
  const last = useRef<Identifier>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a card lands, and when the server has placed it
  useEffect(() => {
    if (landed !== undefined) last.current = landed;
    const index = last.current === undefined ? -1 : places.findIndex((card) => card?.id === last.current);
    if (index >= 0) show(index);
    if (landed === undefined) last.current = undefined;
  }, [landed]);
}
