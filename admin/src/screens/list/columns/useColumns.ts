import type { Resource } from '@kontor/shared';
import { useStore } from 'ra-core';
import { useCallback, useMemo } from 'react';
import { useOpens } from '../../../providers/access.ts';
import { listFields } from './fields.ts';

/** Columns of a list as the user has arranged them. */
export interface Columns {
  /** Shown, in order. */
  readonly shown: readonly string[];
  /** All that could be shown. */
  readonly available: readonly string[];
  readonly isDefault: boolean;
  readonly set: (names: readonly string[] | null) => void;
}

/** What remains of a remembered choice: fields come and go with releases and rights. */
export function keepKnown(chosen: readonly string[] | null, available: readonly string[], fallback: readonly string[]) {
  const known = (names: readonly string[]) => [...new Set(names)].filter((name) => available.includes(name));
  const kept = known(chosen ?? []);
  if (kept.length > 0) return kept;
  const declared = known(fallback);
  return declared.length > 0 ? declared : available.slice(0, 6);
}

/** The columns of a list, remembered per user and device. */
export function useColumns(resource: Resource): Columns {
  const opens = useOpens();
  const [chosen, setChosen] = useStore<readonly string[] | null>(`${resource.name}.columns`, null);
  const available = useMemo(() => listFields(resource, opens), [resource, opens]);
  const shown = useMemo(
    () => keepKnown(chosen, available, resource.list?.columns ?? resource.title),
    [chosen, available, resource],
  );
  const set = useCallback((names: readonly string[] | null) => setChosen(names), [setChosen]);
  return { shown, available, isDefault: chosen === null, set };
}
