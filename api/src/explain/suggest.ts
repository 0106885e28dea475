/** How many letters must be changed, added, left out or swapped with their neighbour to turn one word into another. */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Names that somebody who typed `wanted` may have meant, the likeliest first. */
export function suggest(wanted: string, names: readonly string[], most = 3): string[] {
  const word = wanted.toLowerCase();
  return names
    .map((name) => ({ name, far: name.includes(word) || word.includes(name) ? 1 : distance(word, name) }))
    .filter(({ far }) => far <= Math.max(2, word.length / 3))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ name }) => name);
}
