import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { DraftNotice } from './DraftNotice.tsx';
import { browserBox, type Draft, dropOwnDraft } from './drafts.ts';
import { type Kept, keepWritten } from './keepWritten.ts';
import type { FoundDraft, Written } from './useDialogDraft.ts';
import type { Values } from './values.ts';

interface DialogDraftProps<Chosen> {
  readonly draft: FoundDraft<Chosen>;
  /** What is chosen beside the fields of the form. */
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  /** True once it has been sent or filed: nothing is left to keep. */
  readonly done: RefObject<boolean>;
}

/**
 * Within the form of a dialog in which people write: keeps what they write in this browser until it is sent, for a key or a click
 * beside the dialog closes it, and so does a reload. Above the form it says what was put back.
 */
export function DialogDraft<Chosen>({ draft, chosen, onChoose, done }: DialogDraftProps<Chosen>) {
  const form = useFormContext<Values>();
  const [restored, setRestored] = useState<Draft | undefined>(draft.found);
  const choice = useRef(chosen);
  choice.current = chosen;
  /** Keeps what there is in a moment. */
  const later = useRef(() => {});

  useEffect(() => {
    const { key, untouched, begin, found } = draft;
    if (!key) return;
    const kept: Kept = { at: found?.at, text: JSON.stringify(begin) };
    const keeping = keepWritten(form, kept, {
      key,
      untouched: JSON.stringify(untouched),
      read: () => ({ values: { typed: form.getValues(), chosen: choice.current } }),
    });
    later.current = keeping.later;
    return () => {
      keeping.stop(!done.current);
      if (done.current) dropOwnDraft(browserBox(), key, kept.at);
    };
  }, [form, draft, done]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is what it waits for
  useEffect(() => later.current(), [chosen]);

  const put = (written: Written<Chosen>, notice: Draft | undefined) => {
    form.reset(written.typed, { keepDefaultValues: true });
    onChoose(written.chosen);
    setRestored(notice);
    later.current();
  };
  const discard = () => {
    const written = { typed: structuredClone(form.getValues()), chosen };
    put(draft.untouched, undefined);
    return () => put(written, restored);
  };
  return <DraftNotice draft={{ restored, discard }} />;
}
