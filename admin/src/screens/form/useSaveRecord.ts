import type { Resource } from '@kontor/shared';
import { useUpdate } from 'ra-core';
import { useState } from 'react';
import { embedNames } from '../../kinds/common/embed.ts';
import { problemOf } from '../../providers/httpClient.ts';
import type { Conflict } from '../conflict/conflict.ts';
import { changesOf, type Values, wireValues } from './values.ts';

/** Somebody else has changed the same fields: what they did, and how to go on. */
export interface OpenConflict {
  readonly conflict: Conflict;
  /** Sends again with the chosen values, on top of what the others have done. */
  readonly resolve: (values: Values) => void;
  readonly cancel: () => void;
}

/**
 * Saves what has changed since the record was read. Where somebody else has changed the same fields, it waits for the
 * user's choice and sends again; what was typed stays in the form until the server has said yes.
 */
export function useSaveRecord(resource: Resource) {
  const [update] = useUpdate();
  const [open, setOpen] = useState<OpenConflict>();

  const choice = (conflict: Conflict) =>
    new Promise<Values | undefined>((done) => {
      const close = (values?: Values) => {
        setOpen(undefined);
        done(values);
      };
      setOpen({ conflict, resolve: close, cancel: () => close() });
    });

  /**
   * The saved record, the given one when there was nothing to save, or undefined when the user went back to the form.
   * `begun` is the version that typing began on.
   */
  const save = async (
    record: Values,
    before: Values,
    values: Values,
    begun: number | undefined,
  ): Promise<Values | undefined> => {
    let changes = changesOf(before, values);
    let version = begun;
    for (;;) {
      if (Object.keys(changes).length === 0) return record;
      try {
        return (await update(
          resource.name,
          {
            id: record.id,
            data: { ...wireValues(resource, changes), version },
            previousData: record as never,
            meta: { embed: embedNames(resource) },
          },
          { mutationMode: 'pessimistic', returnPromise: true },
        )) as Values;
      } catch (error) {
        const problem = problemOf(error);
        if (problem?.code !== 'conflict') throw error;
        const conflict = problem as unknown as Conflict;
        const chosen = await choice(conflict);
        if (!chosen) return undefined;
        changes = { ...changes, ...chosen };
        for (const [name, value] of Object.entries(chosen))
          if (JSON.stringify(value) === JSON.stringify(conflict.theirs[name])) delete changes[name];
        version = conflict.version;
      }
    }
  };
  return { save, conflict: open };
}
