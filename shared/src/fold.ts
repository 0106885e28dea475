/** Letters with marks and what they fold to. The database functions `kontor_fold` and `kontor_search` use the same table. */
export const foldFrom = 'äöüàáâãåāăąèéêëēėęěìíîïīįòóôõøōőùúûūůűųýÿçćčďđğģķľļłñńňņŕřśšşťţžźżæœ';
export const foldTo = 'aouaaaaaaaaeeeeeeeeiiiiiiooooooouuuuuuuyycccddggklllnnnnrrsssttzzzao';

const table = new Map([...foldFrom].map((letter, i) => [letter, foldTo[i]!]));

/** Lower case without marks: "Müller" and "MULLER" become "muller". */
export const fold = (text: string): string =>
  [...text.toLowerCase().replaceAll('ß', 'ss')].map((letter) => table.get(letter) ?? letter).join('');
