import { useSyncExternalStore } from 'react';

/** Somebody who is signed in is asked to prove it; all requests that need the proof wait for the same answer. */
let answer: ((proven: boolean) => void) | undefined;
let asked: Promise<boolean> | undefined;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Asks for a proof. True once it was given, false when the user gave up. */
export function askForProof(): Promise<boolean> {
  if (asked) return asked;
  asked = new Promise((resolve) => {
    answer = resolve;
  });
  tell();
  return asked;
}

/** Ends the question. */
export function answerProof(proven: boolean): void {
  answer?.(proven);
  answer = undefined;
  asked = undefined;
  tell();
}

/** Is a proof asked for just now? */
export const useProofAsked = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => asked !== undefined,
  );
