/** Runs work at most so many times at once; the rest waits in line. */
export function atMost(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= count) await new Promise<void>((go) => line.push(go));
    running++;
    try {
      return await work();
    } finally {
      running--;
      line.shift()?.();
    }
  };
}
