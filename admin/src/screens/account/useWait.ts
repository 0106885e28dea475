import { useEffect, useState } from 'react';

/** Counts seconds down. `wait(40)` begins; the first value is what is left, 0 when it is over. */
export function useWait(): [left: number, wait: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!until) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250); // a tab in the background is late; the clock is not
    return () => clearInterval(timer);
  }, [until]);
  return [
    left,
    (seconds) => {
      setLeft(seconds);
      setUntil(Date.now() + seconds * 1000);
    },
  ];
}
