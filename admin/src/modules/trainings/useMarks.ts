import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import type { Mark } from './marks.ts';

/** How far a mark is: on its way, kept, or not. */
export type Kept = 'saving' | 'saved' | 'failed';

/** A tap more within this time goes along, so that tapping through the marks is one request. */
const pause = 250;

/**
 * Marks of a session, sent as soon as they are made: one request at a time with all that were made meanwhile. What could not
 * be sent stays, says so, and goes with the next one.
 */
export function useMarks(session: string) {
  const kontor = useKontor();
  const client = useQueryClient();
  const [marked, setMarked] = useState<Readonly<Record<string, Mark>>>({});
  const [kept, setKept] = useState<Readonly<Record<string, Kept>>>({});
  const open = useRef(new Map<string, Mark>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef(false);

  const tell = (ids: Iterable<string>, state: Kept) =>
    setKept((before) => ({ ...before, ...Object.fromEntries([...ids].map((id) => [id, state])) }));

  const send = async (): Promise<void> => {
    if (sending.current || open.current.size === 0) return;
    sending.current = true;
    const batch = new Map(open.current);
    open.current.clear();
    tell(batch.keys(), 'saving');
    let failed = false;
    try {
      const entries = [...batch].map(([enrolment_id, status]) => ({ enrolment_id, status }));
      await kontor.act('training_sessions', session, 'record_attendance', { entries });
      // who was tapped again meanwhile is on the way still
      tell(
        [...batch.keys()].filter((id) => !open.current.has(id)),
        'saved',
      );
    } catch {
      failed = true;
      for (const [id, mark] of batch) if (!open.current.has(id)) open.current.set(id, mark);
      tell(open.current.keys(), 'failed');
    }
    sending.current = false;
    if (!failed && open.current.size > 0) await send();
    else if (!failed) void client.invalidateQueries({ queryKey: ['training_sessions'] });
  };
  const later = useRef(send);
  later.current = send;

  const mark = (all: Readonly<Record<string, Mark>>) => {
    setMarked((before) => ({ ...before, ...all }));
    for (const [id, one] of Object.entries(all)) open.current.set(id, one);
    tell(Object.keys(all), 'saving');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void later.current(), pause);
  };

  // what was tapped last leaves with the page
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void later.current();
    },
    [],
  );
  return { marked, kept, mark, send };
}
