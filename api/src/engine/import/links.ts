import { PublicError, uuid } from '@kontor/shared';
import type { Candidate } from './lookup.ts';
import type { MappedColumn } from './report.ts';

/** What somebody said a text of a column means: a record, or (null) nothing, so that the field stays empty. */
export type Decisions = ReadonlyMap<string, string | null>;

/** A text of the file of which the user has to say, or has said, which record it means. */
export interface LinkReview {
  readonly column: string;
  readonly field: string;
  readonly resource: string;
  readonly text: string;
  /** In how many rows it stands. */
  readonly rows: number;
  readonly decided: boolean;
  /** The record that was chosen; null also where the field is to stay empty. */
  readonly chosen: string | null;
  readonly candidates: readonly Candidate[];
}

/** So many texts are asked about in one go: the answers travel in an address. */
export const mostReviewed = 60;

/** How texts are compared: without spaces around them, in small letters. */
export const norm = (text: string) => text.trim().toLowerCase();

/** Reads one entry of a mapping: a field, or a field with what texts of the column mean (`{field, links: {text: id}}`). */
export function readTarget(entry: unknown): { path: string; decisions: Decisions } {
  if (entry === null || typeof entry === 'string') return { path: entry ?? '', decisions: new Map() };
  const { field, links = {} } = entry as { field?: unknown; links?: unknown };
  if (typeof entry !== 'object' || typeof field !== 'string' || typeof links !== 'object' || links === null)
    throw new PublicError('malformed_query');
  const decisions = new Map<string, string | null>();
  for (const [text, id] of Object.entries(links)) {
    if (id !== null && (typeof id !== 'string' || !uuid.test(id))) throw new PublicError('malformed_query');
    decisions.set(norm(text), id);
  }
  return { path: field, decisions };
}

/** Collects what is to be reviewed, in the order of the file; each text of a column once. */
export class Reviews {
  private readonly found = new Map<string, LinkReview & { rows: number }>();

  note(
    { column, field, decisions }: MappedColumn,
    resource: string,
    text: string,
    candidates: readonly Candidate[],
  ): void {
    const key = JSON.stringify([column, norm(text)]);
    const known = this.found.get(key);
    if (known) known.rows += 1;
    if (known || this.found.size >= mostReviewed) return;
    const decision = decisions.get(norm(text));
    this.found.set(key, {
      column,
      field: field.path,
      resource,
      text,
      rows: 1,
      decided: decision !== undefined,
      chosen: decision ?? null,
      candidates,
    });
  }

  get list(): readonly LinkReview[] {
    return [...this.found.values()];
  }
}
