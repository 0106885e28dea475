import type { Identifier } from 'ra-core';
import { useEffect, useState } from 'react';
import { type Present, useKontor } from '../../providers/dataProvider.ts';

/** Milliseconds between two signs of life; the server forgets a window after thirty seconds. */
const beat = 10_000;

/** This window, as long as it is open. Made without `randomUUID`, which browsers keep from pages without TLS. */
const thisWindow = (() => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
})();

/** Shows others that this form is open, and answers who else has it open. Without an answer nobody is shown. */
export function usePresence(resource: string, id: Identifier): readonly Present[] {
  const api = useKontor();
  const [others, setOthers] = useState<readonly Present[]>([]);
  useEffect(() => {
    let open = true;
    const arrive = () => {
      if (document.hidden) return;
      api.arrive(resource, id, thisWindow).then(
        (present) => open && setOthers(present),
        () => open && setOthers([]),
      );
    };
    const depart = () => void api.depart(resource, id, thisWindow).catch(() => undefined);
    arrive();
    const timer = setInterval(arrive, beat);
    document.addEventListener('visibilitychange', arrive);
    window.addEventListener('pagehide', depart);
    return () => {
      open = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', arrive);
      window.removeEventListener('pagehide', depart);
      depart();
    };
  }, [api, resource, id]);
  return others;
}
