import type { UseFormReturn } from 'react-hook-form';
import { browserBox, type Draft, dropOwnDraft, writeDraft } from './drafts.ts';
import type { Values } from './values.ts';

/** What of a form lies in the browser. */
export interface Kept {
  /** When this form last kept something: what lies there from another time was written in another tab. */
  at: number | undefined;
  /** What lies there, or need not lie there any more. */
  text: string;
}

export interface Keeping {
  /** Keeps what there is in a moment. */
  readonly later: () => void;
  /** Ends it; what waits is kept still, unless it is not wanted any more. */
  readonly stop: (wanted: boolean) => void;
}

interface KeepOptions {
  /** Where it lies; undefined when nothing is to be kept. */
  readonly key: string | undefined;
  /** What nobody has written anything into, as text: nothing is left to keep. */
  readonly untouched: string;
  /** What is written; undefined while it can not be told. */
  readonly read: () => Omit<Draft, 'at'> | undefined;
}

const pause = 400;

/** Keeps what is written into a form in this browser, a moment after it was written, and when the page goes. */
export function keepWritten(
  form: Pick<UseFormReturn<Values>, 'subscribe'>,
  kept: Kept,
  { key, untouched, read }: KeepOptions,
): Keeping {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const written = read();
    if (!written) {
      later();
      return;
    }
    const text = JSON.stringify(written.values);
    if (text === kept.text || !key) return;
    kept.text = text;
    if (text === untouched) {
      dropOwnDraft(browserBox(), key, kept.at);
      return;
    }
    kept.at = Date.now();
    writeDraft(browserBox(), key, { at: kept.at, ...written });
  };
  const later = () => {
    timer ??= setTimeout(keep, pause);
  };
  const rest = () => {
    if (timer) keep();
  };
  const leave = form.subscribe({ formState: { values: true }, callback: later });
  window.addEventListener('pagehide', rest);
  return {
    later,
    stop: (wanted) => {
      leave();
      window.removeEventListener('pagehide', rest);
      if (wanted) rest();
      clearTimeout(timer);
    },
  };
}
