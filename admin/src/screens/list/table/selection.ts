import type { Identifier } from 'ra-core';

/** The ids between the row that was clicked last and this one, both included. */
export function rangeOf(ids: readonly Identifier[], last: Identifier | undefined, current: Identifier): Identifier[] {
  const from = last === undefined ? -1 : ids.indexOf(last);
  const to = ids.indexOf(current);
  if (from < 0 || to < 0) return [current];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** The selection after a click on a row; with a range the rows in between take the state of the clicked one. */
export function afterToggle(
  selected: readonly Identifier[],
  ids: readonly Identifier[],
  last: Identifier | undefined,
  current: Identifier,
  range: boolean,
): Identifier[] {
  const touched = range ? rangeOf(ids, last, current) : [current];
  const without = selected.filter((id) => !touched.includes(id));
  return selected.includes(current) ? without : [...without, ...touched];
}
