/** Titles that the server sent along. */
export type Embedded = { readonly [field: string]: EmbeddedTitle | readonly EmbeddedTitle[] | undefined };
export interface EmbeddedTitle {
  readonly id: string;
  readonly title: string | null;
  readonly resource?: string;
}

/** The titles that came with a record for one of its fields. */
export function embeddedTitles(record: Record<string, any> | undefined, name: string): readonly EmbeddedTitle[] {
  const found = (record?._embedded as Embedded | undefined)?.[name];
  return found === undefined || found === null ? [] : Array.isArray(found) ? found : [found as EmbeddedTitle];
}
