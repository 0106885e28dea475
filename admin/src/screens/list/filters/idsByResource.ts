import type { FilterGroup } from './entries.ts';

/** Ids that a filter names, by the resource they belong to. */
export function idsByResource(groups: readonly FilterGroup[]): Record<string, string[]> {
  const wanted: Record<string, string[]> = {};
  for (const { field, entries } of groups) {
    const named = entries.find(({ key }) => key.endsWith('_resource'))?.value;
    const target = (field?.to as string | undefined) ?? (typeof named === 'string' ? named : undefined);
    if (!target) continue;
    const ids = entries
      .filter(({ operator, key }) => operator !== 'null' && !key.endsWith('_resource'))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
      .filter((value): value is string => typeof value === 'string');
    if (ids.length > 0) wanted[target] = [...new Set([...(wanted[target] ?? []), ...ids])];
  }
  return wanted;
}
