import type { Identifier, RaRecord } from 'ra-core';

/** A card that was dropped and waits for the server's word. */
export interface Move {
  readonly record: RaRecord;
  readonly to: string;
  readonly index: number;
}

/** The cards of a column with the moves that are under way laid over it. */
export function arranged(cards: readonly RaRecord[], moves: ReadonlyMap<Identifier, Move>, column: string): RaRecord[] {
  if (moves.size === 0) return cards as RaRecord[];
  const staying = cards.filter((card) => !moves.has(card.id));
  for (const move of [...moves.values()].filter((m) => m.to === column).sort((a, b) => a.index - b.index))
    staying.splice(Math.min(move.index, staying.length), 0, move.record);
  return staying;
}
