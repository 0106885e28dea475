import { useQueryClient } from '@tanstack/react-query';
import { HttpError } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import type { Mark } from './marks.ts';

/** How far a mark is: on its way, kept, or not. */
export type Kept = 'saving' | 'saved' | 'failed';

/** So many marks go even when the page is closed meanwhile: browsers let 64 kB of requests outlive their page. */
const outliving = 300;

/** A tap more within this time goes along, so that tapping through the marks is one request. */
const pause = 250;

/**
 * Marks of a session, sent as soon as they are made: one request at a time with all that were made meanwhile. What could not
 * be sent stays, says why, and goes with the next one. When the server refuses them, those who are enrolled still are read anew:
 * one who was taken off meanwhile would keep all others from being recorded. What is tapped just before the phone is put away,
 * or the page is closed or loaded anew, goes at once; what could not be sent goes when the connection is back.
 */
export function useMarks(session: string, readEnrolled: () => Promise<ReadonlySet<string>>) {
  const kontor = useKontor();
  const client = useQueryClient();
  const [marked, setMarked] = useState<Readonly<Record<string, Mark>>>({});
  const [kept, setKept] = useState<Readonly<Record<string, Kept>>>({});
  const [reason, setReason] = useState<string>();
  const open = useRef(new Map<string, Mark>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef(false);

  const tell = (ids: Iterable<string>, state: Kept) =>
    setKept((before) => ({ ...before, ...Object.fromEntries([...ids].map((id) => [id, state])) }));

  /** Forgets the marks of those who are not enrolled any more; were there any? */
  const dropOthers = async (): Promise<boolean> => {
    const enrolled = await readEnrolled();
    const others = [...open.current.keys()].filter((id) => !enrolled.has(id));
    for (const id of others) open.current.delete(id);
    const without = <T>(all: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(all).filter(([id]) => !others.includes(id)));
    setMarked(without);
    setKept(without);
    return others.length > 0;
  };

  const send = async (dropped = false, atOnce = false): Promise<void> => {
    if ((sending.current && !atOnce) || open.current.size === 0) return;
    sending.current = true;
    const batch = new Map(open.current);
    open.current.clear();
    tell(batch.keys(), 'saving');
    let failed = false;
    let less = false;
    try {
      const entries = [...batch].map(([enrolment_id, status]) => ({ enrolment_id, status }));
      await kontor.act(
        'training_sessions',
        session,
        'record_attendance',
        { entries },
        { keepalive: batch.size <= outliving },
      );
      // who was tapped again meanwhile is on the way still
      tell(
        [...batch.keys()].filter((id) => !open.current.has(id)),
        'saved',
      );
      // why some were dropped stays to be read
      if (!dropped) setReason(undefined);
    } catch (error) {
      for (const [id, mark] of batch) if (!open.current.has(id)) open.current.set(id, mark);
      tell(open.current.keys(), 'failed');
      setReason(reasonOf(error));
      const refused = error instanceof HttpError && error.status === 422;
      less = refused && (await dropOthers().catch(() => false));
      failed = !less;
    }
    sending.current = false;
    if (!failed && open.current.size > 0) await send(less);
    else if (!failed)
      for (const name of ['training_sessions', 'attendance_records'])
        void client.invalidateQueries({ queryKey: [name] });
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
  useEffect(() => {
    const now = () => {
      clearTimeout(timer.current);
      void later.current(false, true);
    };
    const away = () => document.visibilityState === 'hidden' && now();
    document.addEventListener('visibilitychange', away);
    window.addEventListener('pagehide', now);
    window.addEventListener('online', now);
    return () => {
      document.removeEventListener('visibilitychange', away);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('online', now);
      now();
    };
  }, []);
  /** Gives up what could not be sent. */
  const discard = () => open.current.clear();
  return { marked, kept, reason, mark, send, discard };
}
