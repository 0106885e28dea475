import type { Resource } from '@kontor/shared';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { loadedDeclaration } from '../../declarations.ts';
import { useSession } from '../../providers/session.ts';
import { saidIn } from './completion.ts';
import {
  browserBox,
  type Draft,
  draftKey,
  dropOwnDraft,
  keepable,
  readDraft,
  restorable,
  sweepDrafts,
} from './drafts.ts';
import { type Kept, keepWritten } from './keepWritten.ts';
import { changesOf, type Values } from './values.ts';

export interface DraftOptions {
  readonly resource: Resource;
  /** The record's id, or what tells this new record from others. */
  readonly id: string;
  readonly form: UseFormReturn<Values>;
  /** The values that nobody has touched yet. */
  readonly before: Values;
  readonly version?: number;
  /** What the form has filled in by itself, by field: nobody has typed it. */
  readonly filled?: RefObject<Values>;
}

export interface FormDraft {
  /** What was put back into the form, until it is saved or discarded. */
  readonly restored: Draft | undefined;
  /** The version that the typed values belong to. */
  readonly version: number | undefined;
  /** Forgets the draft: it has been saved (except for what was typed `later`), or is not wanted any more. */
  readonly drop: (later?: Values) => void;
  /** Goes back to the untouched values; the answer takes that back. */
  readonly discard: () => () => void;
}

/**
 * Keeps what is typed in this browser until it is saved, and puts it back when the form is opened again. It keeps the
 * version it was begun on, so that the server merges or asks when the record has changed since.
 */
export function useDraft({ resource, id, form, before, version, filled }: DraftOptions): FormDraft {
  const { user } = useSession();
  const key = user.id && draftKey(user.id, resource.name, id);
  const [restored, setRestored] = useState<Draft>();
  const lies = useRef<Kept>({ at: undefined, text: '{}' });
  const opened = useRef('');
  /** What was typed while the rest was being saved. */
  const later = useRef<Values>({});
  const base = restored?.version ?? version;
  const begun = useRef(base);
  begun.current = base;
  /** Fields of the draft that the form would fill in otherwise: kept also where they are as the form began. */
  const said = useRef<readonly string[]>([]);
  const changes = useCallback(() => {
    const values = form.getValues();
    const own = said.current.filter((name) => !(name in (filled?.current ?? {})));
    const kept = Object.fromEntries(own.map((name) => [name, values[name] ?? null]));
    return keepable(resource, { ...kept, ...changesOf({ ...before, ...filled?.current }, values) }, loadedDeclaration);
  }, [resource, before, form, filled]);

  useEffect(() => {
    sweepDrafts(browserBox(), Date.now());
  }, []);

  useEffect(() => {
    const read = () => {
      const values = changes();
      return values && { version: begun.current, values };
    };
    const keeping = keepWritten(form, lies.current, { key, untouched: '{}', read });
    return () => keeping.stop(true);
  }, [form, key, changes]);

  useEffect(() => {
    form.reset(before);
    if (filled) filled.current = {};
    const kept = key ? readDraft(browserBox(), key, Date.now()) : undefined;
    // Once the form is open, only its own: another tab with the same form keeps its draft at the same place.
    const draft = opened.current !== key || kept?.at === lies.current.at ? kept : undefined;
    opened.current = key;
    lies.current.at = draft?.at;
    const values = restorable(draft, before, (next) => changesOf(before, next));
    said.current = filled ? saidIn(resource, draft?.values) : [];
    const found = Object.keys(values).length > 0 || said.current.length > 0;
    lies.current.text = JSON.stringify(values);
    if (Object.keys(later.current).length > 0) form.reset({ ...before, ...later.current }, { keepDefaultValues: true });
    else if (found) form.reset({ ...before, ...values }, { keepDefaultValues: true });
    else if (draft) dropOwnDraft(browserBox(), key, draft.at);
    later.current = {};
    setRestored(found ? draft : undefined);
  }, [form, before, key, filled, resource]);

  return useMemo(() => {
    const drop = (typed: Values = {}) => {
      later.current = typed;
      lies.current.text = JSON.stringify(changes() ?? {});
      if (key) dropOwnDraft(browserBox(), key, lies.current.at);
    };
    const discard = () => {
      const values = structuredClone(form.getValues());
      const own = filled?.current;
      const fields = said.current;
      form.reset(before);
      if (filled) filled.current = {};
      said.current = [];
      drop();
      setRestored(undefined);
      return () => {
        if (filled && own) filled.current = own;
        said.current = fields;
        form.reset(values, { keepDefaultValues: true });
        setRestored(restored);
      };
    };
    return { restored, version: base, drop, discard };
  }, [restored, base, changes, key, form, before, filled]);
}
