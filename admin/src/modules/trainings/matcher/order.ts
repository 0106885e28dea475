/** The ids that are chosen, in their order. */
export type Chosen = readonly string[];

/** Chooses somebody last, or no longer. */
export const toggled = (chosen: Chosen, id: string): Chosen =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];

/** Moves somebody by places; nothing changes beyond the ends. */
export function moved(chosen: Chosen, id: string, by: number): Chosen {
  const from = chosen.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return chosen;
  const rest = chosen.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
