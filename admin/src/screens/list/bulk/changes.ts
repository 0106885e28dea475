import type { Identifier, RaRecord } from 'ra-core';

export type ListMode = 'replace' | 'add' | 'remove';

/** Values to write into a group of records, in one request. */
export interface Change {
  readonly ids: readonly Identifier[];
  readonly values: Record<string, unknown>;
}

/** A list field after values were added, taken away or replaced. */
export function combined(before: unknown, values: readonly unknown[], mode: ListMode): unknown[] {
  const present = Array.isArray(before) ? before : [];
  if (mode === 'replace') return [...values];
  if (mode === 'remove') return present.filter((value) => !values.includes(value));
  return [...present, ...values.filter((value) => !present.includes(value))];
}

/** Gathers records that are to get the same values, so that each value costs one request. */
export function grouped(
  records: readonly RaRecord[],
  valuesFor: (record: RaRecord) => Record<string, unknown>,
): Change[] {
  const groups = new Map<string, { ids: Identifier[]; values: Record<string, unknown> }>();
  for (const record of records) {
    const values = valuesFor(record);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { ids: [], values };
    group.ids.push(record.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
