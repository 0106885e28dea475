import type { Queryable } from '../db/pool.ts';

/** Counts the statements that are sent over a database or a transaction. */
export function counted<T extends Queryable>(of: T): { readonly db: T; count(): number } {
  let count = 0;
  const counting = <Q extends Queryable>(on: Q): Q =>
    new Proxy(on, {
      get(target, name) {
        const value = target[name as keyof Q] as unknown;
        if (typeof value !== 'function') return value;
        if (name === 'together')
          return (work: (on: Queryable) => unknown) => value.call(target, (on: Queryable) => work(counting(on)));
        return (...given: unknown[]) => {
          if (name === 'query' || name === 'prepared') count += 1;
          return value.apply(target, given);
        };
      },
    });
  return { db: counting(of), count: () => count };
}
