import { useNotify } from 'ra-core';
import { useCallback } from 'react';

/** Usually "Rückgängig": a second request, never the delay of the first. */
export interface MessageAction {
  readonly label: string;
  readonly onClick: () => void;
}

/** What happened, in the user's words, with at most one way back or on. */
export interface Message {
  readonly text: string;
  readonly tone?: 'success' | 'info' | 'warning' | 'error';
  readonly action?: MessageAction;
}

const durations = { success: 5_000, info: 6_000, warning: 9_000, error: 12_000 };

/** `say({ text: 'Kunde „Muster GmbH“ gelöscht.', action: { label: 'Rückgängig', onClick: restore } })` */
export function useSay(): (message: Message) => void {
  const notify = useNotify();
  return useCallback(
    ({ text, tone = 'success', action }) =>
      notify(text, { type: tone, action, autoHideDuration: action ? 10_000 : durations[tone] }),
    [notify],
  );
}
