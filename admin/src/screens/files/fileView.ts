import type { Resource } from '@kontor/shared';
import type { RaRecord } from 'ra-core';

export type FilesView = NonNullable<NonNullable<Resource['views']>['files']>;

/** A file as the panel shows it. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The file of a record (or of an earlier version of it) by the fields that its declaration names. */
export const fileOf = (view: FilesView, row: Record<string, any>, name?: string): ShownFile => ({
  id: row[view.file],
  name: name ?? row[view.name],
  type: row[view.type] ?? '',
  size: row[view.size] ?? 0,
});

/** Pictures that the server makes small, and browsers show. */
export const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type);
/** Text, also where it is data of programs. What a browser would run is shown as its source at most. */
export const isText = (type: string): boolean =>
  /^(text\/(plain|csv|markdown|calendar|vcard)|application\/json)$/.test(type);

/** Records in groups, those without one first, the others by name. */
export function grouped(records: readonly RaRecord[], group: string | undefined): [title: string, rows: RaRecord[]][] {
  const groups = new Map<string, RaRecord[]>();
  for (const record of records) {
    const title = (group && record[group]) || '';
    groups.set(title, [...(groups.get(title) ?? []), record]);
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other, 'de', { numeric: true }));
}
