import type { WouldChange } from '../../providers/dataProvider.ts';

/** What happens to records of other resources: how many of which. */
export interface Besides {
  readonly resource: string;
  readonly operation: WouldChange['operation'];
  readonly count: number;
}

/** Counts the changes outside a resource, by resource and what happens; the most first. */
export function besides(changes: readonly WouldChange[], resource: string): Besides[] {
  const counts = new Map<string, Besides>();
  for (const { resource: other, operation } of changes) {
    if (other === resource) continue;
    const key = `${other} ${operation}`;
    counts.set(key, { resource: other, operation, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
