import type { Resource } from '@kontor/shared';
import { useStore } from 'ra-core';
import { useCallback, useMemo } from 'react';
import { useOpens } from '../../../providers/access.ts';
import { listFields } from './fields.ts';
import { keepKnown } from './keepKnown.ts';

/** Columns of a list as the user has arranged them. */
export interface Columns {
  /** Shown, in order. */
  readonly shown: readonly string[];
  /** All that could be shown. */
  readonly available: readonly string[];
  readonly isDefault: boolean;
  readonly set: (names: readonly string[] | null) => void;
}

/** The columns of a list, remembered per user and device. */
export function useColumns(resource: Resource): Columns {
  const opens = useOpens(resource);
  const [chosen, setChosen] = useStore<readonly string[] | null>(`${resource.name}.columns`, null);
  const available = useMemo(() => listFields(resource, opens), [resource, opens]);
  const shown = useMemo(
    () => keepKnown(chosen, available, resource.list?.columns ?? resource.title),
    [chosen, available, resource],
  );
  const set = useCallback((names: readonly string[] | null) => setChosen(names), [setChosen]);
  return { shown, available, isDefault: chosen === null, set };
}
