import { useSyncExternalStore } from 'react';

/** A key that was issued just now. */
export interface Issued {
  readonly id: string;
  readonly key: string;
}

/** In memory only, until its reader has it; no query's cache and no browser's storage ever holds it. */
let issued: Issued | undefined;
const listeners = new Set<() => void>();

export function tell(next: Issued | undefined): void {
  issued = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useIssued = (): Issued | undefined => useSyncExternalStore(subscribe, () => issued);
