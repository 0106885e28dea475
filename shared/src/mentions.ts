const isPartOfWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** Somebody whom a text may name. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/**
 * Who of these people is named in a text by `@` and their whole name, by their ids: of “Anna” and “Anna Berger” in “@Anna Berger”
 * the longer one. Of several people of one name all are meant, unless the address of one of them follows in brackets:
 * `@Anna Berger (a.berger@example.org)`. An `@` within a word (an e-mail address) names nobody.
 */
export function mentionedIn(text: string, people: Iterable<Nameable>): ReadonlySet<string> {
  const known = [...people]
    .filter(({ name }) => name !== '')
    .map((one) => ({ ...one, small: one.name.toLowerCase() }))
    .sort((a, b) => b.small.length - a.small.length);
  const small = text.toLowerCase();
  const found = new Set<string>();
  for (let at = small.indexOf('@'); at !== -1; at = small.indexOf('@', at + 1)) {
    if (isPartOfWord(small[at - 1])) continue;
    const longest = known.find(
      (one) => small.startsWith(one.small, at + 1) && !isPartOfWord(small[at + 1 + one.small.length]),
    );
    if (!longest) continue;
    const meant = known.filter((one) => one.small === longest.small);
    const after = at + 1 + longest.small.length;
    const addressed = meant.filter(({ email }) => email && small.startsWith(` (${email.toLowerCase()})`, after));
    for (const { id } of addressed.length ? addressed : meant) found.add(id);
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
