import type { Identifier, RaRecord } from 'ra-core';

/** A card that was dropped and waits for the server's word. */
export interface Move {
  readonly record: RaRecord;
  readonly to: string;
  readonly index: number;
}

/** A card's place in a column: its record, or nothing while its page was not loaded yet. */
export type Place = RaRecord | undefined;

/** A page of a column as it was read. */
export interface CardPage {
  readonly page: number;
  readonly records: readonly RaRecord[];
  readonly total: number;
}

/** The places of a column, of which only those of the loaded pages have their card. */
export function laidOut(pages: readonly CardPage[], pageSize: number): Place[] {
  const places: Place[] = new Array(pages[0]?.total ?? 0).fill(undefined);
  const laid = new Set<Identifier>();
  for (const { page, records } of pages)
    for (const [at, record] of records.entries()) {
      const index = page * pageSize + at;
      // A card that moved while pages were loaded may stand on two of them.
      if (index >= places.length || laid.has(record.id)) continue;
      laid.add(record.id);
      places[index] = record;
    }
  return places;
}

/** The pages that hold what is in sight, and the first one, which knows how many there are. */
export function pagesInSight(first: number, last: number, pageSize: number): number[] {
  const pages = new Set([0]);
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) pages.add(page);
  return [...pages];
}

/** The cards of a column with the moves that are under way laid over it. */
export function arranged(cards: readonly Place[], moves: ReadonlyMap<Identifier, Move>, column: string): Place[] {
  if (moves.size === 0) return cards as Place[];
  const staying = cards.filter((card) => !card || !moves.has(card.id));
  for (const move of [...moves.values()].filter((m) => m.to === column).sort((a, b) => a.index - b.index))
    staying.splice(Math.min(move.index, staying.length), 0, move.record);
  return staying;
}
