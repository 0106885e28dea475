/** What remains of a remembered choice: fields come and go with releases and rights. */
export function keepKnown(chosen: readonly string[] | null, available: readonly string[], fallback: readonly string[]) {
  const known = (names: readonly string[]) => [...new Set(names)].filter((name) => available.includes(name));
  const kept = known(chosen ?? []);
  if (kept.length > 0) return kept;
  const declared = known(fallback);
  return declared.length > 0 ? declared : available.slice(0, 6);
}
