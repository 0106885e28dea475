import { useSyncExternalStore } from 'react';
import { queryClient } from './queryClient.ts';

/** The brand that one works in, as far as the frame needs it before anything is read. */
export interface WorkingBrand {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** Id of the uploaded picture. */
  readonly logo: string | null;
}

/** Each tab works in a brand of its own; a new tab begins with the one that was chosen last on this device. */
const place = 'kontor.brand';
const listeners = new Set<() => void>();

function stored(): WorkingBrand | undefined {
  const text = sessionStorage.getItem(place) ?? localStorage.getItem(place);
  if (!text) return undefined;
  try {
    const brand = JSON.parse(text) as WorkingBrand | null;
    return brand && typeof brand.id === 'string' ? brand : undefined;
  } catch {
    return undefined;
  }
}
let current = stored();

const put = (brand: WorkingBrand | undefined) => {
  current = brand;
  // "all brands" is a choice of this tab as well
  sessionStorage.setItem(place, JSON.stringify(brand ?? null));
  if (brand) localStorage.setItem(place, JSON.stringify(brand));
  else localStorage.removeItem(place);
  for (const listener of listeners) listener();
};

/** Id of the brand that requests say they work in. */
export const brandInWork = (): string | undefined => current?.id;

/** Works in a brand from now on, or in all: what is shown is read anew, and what is being typed stays. */
export function workIn(brand: WorkingBrand | undefined): void {
  const other = brand?.id !== current?.id;
  put(brand);
  if (other) void queryClient.invalidateQueries();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The brand that one works in; undefined means all. */
export const useBrandInWork = (): WorkingBrand | undefined => useSyncExternalStore(subscribe, () => current);
