const isPartOfWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/**
 * Who of these people is named in a text by `@` and their whole name: of “Anna” and “Anna Berger” in “@Anna Berger” the longer
 * one. An `@` within a word (an e-mail address) names nobody.
 */
export function mentionedIn(text: string, names: Iterable<string>): ReadonlySet<string> {
  const known = [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => ({ name, small: name.toLowerCase() }))
    .sort((a, b) => b.small.length - a.small.length);
  const small = text.toLowerCase();
  const found = new Set<string>();
  for (let at = small.indexOf('@'); at !== -1; at = small.indexOf('@', at + 1)) {
    if (isPartOfWord(small[at - 1])) continue;
    const longest = known.find(
      (one) => small.startsWith(one.small, at + 1) && !isPartOfWord(small[at + 1 + one.small.length]),
    );
    for (const { name, small: same } of known) if (same === longest?.small) found.add(name);
  }
  return found;
}

/** What is being typed after an `@` before the cursor: where it begins and what is there yet; undefined when nobody is. */
export function mentionAt(
  text: string,
  cursor: number,
): { readonly start: number; readonly typed: string } | undefined {
  const start = text.lastIndexOf('@', cursor - 1);
  if (start === -1 || isPartOfWord(text[start - 1])) return undefined;
  const typed = text.slice(start + 1, cursor);
  // names have spaces in them, but not so many
  return /^[\p{L}\p{N}_.'’-]*( [\p{L}\p{N}_.'’-]*){0,2}$/u.test(typed) && typed.length <= 60
    ? { start, typed }
    : undefined;
}
