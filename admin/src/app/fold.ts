/** Small letters without accents, umlauts as one letter: "Müller" and "muller" are the same to a search. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'ss');

/**
 * How well a text answers a query: 0 not at all, more is better. Starts of words count more than their insides, and
 * every word of the query must be found.
 */
export function score(query: string, text: string): number {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  let total = 0;
  for (const word of wanted) {
    const at = folded.indexOf(word);
    if (at < 0) return 0;
    total += at === 0 ? 4 : /[\s/-]/.test(folded[at - 1]!) ? 3 : 1;
  }
  return total + wanted.join(' ').length / (folded.length + 1);
}
