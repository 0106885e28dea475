import { useState } from 'react';
import { useSession } from '../../providers/session.ts';
import { browserBox, type Draft, draftKey, readDraft } from './drafts.ts';
import type { Values } from './values.ts';

/** What is written in a dialog: in its fields, and what is chosen beside them. */
export interface Written<Chosen> {
  readonly typed: Values;
  readonly chosen: Chosen;
}

export interface FoundDraft<Chosen> {
  /** Where it lies in the browser; undefined when nothing is to be kept. */
  readonly key: string | undefined;
  /** What the dialog begins with when nobody has written anything. */
  readonly untouched: Written<Chosen>;
  /** What it begins with now. */
  readonly begin: Written<Chosen>;
  /** What of an earlier visit was found. */
  readonly found: Draft | undefined;
}

/**
 * What a dialog in which people write begins with: what they wrote when it was closed or the page went, else `untouched`. `what`
 * says what is written (`customers.mail`), `id` about which record and as an answer to what.
 */
export function useDialogDraft<Chosen>(what: string, id: string, untouched: () => Written<Chosen>): FoundDraft<Chosen> {
  const { user } = useSession();
  const [draft] = useState((): FoundDraft<Chosen> => {
    const key = user.id && draftKey(user.id, what, id);
    const found = key ? readDraft(browserBox(), key, Date.now()) : undefined;
    const blank = untouched();
    const { typed, chosen } = (found?.values ?? {}) as Partial<Written<Chosen>>;
    const begin = { typed: { ...blank.typed, ...typed }, chosen: { ...blank.chosen, ...chosen } };
    return { key, untouched: blank, begin, found };
  });
  return draft;
}
