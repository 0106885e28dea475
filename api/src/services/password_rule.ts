import {
  canonicalPassword,
  fold,
  longestPassword,
  type MessageKey,
  message,
  type PasswordStrength,
  PublicError,
  shortestPassword,
} from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

/** What is wrong with a password, if anything, and how hard it is to guess. */
export interface Judgement {
  readonly strength: PasswordStrength;
  /** `kontor:…`, to be translated at the edge. */
  readonly mistake?: string;
}

/** Guesses (as a power of ten) below which a password is refused, and from which it is called good. */
const enough = 9;
const plenty = 12;
/** What of a password is left without the words of its owner must be at least this long, in letters and digits. */
const ownPart = 8;
/** Estimating takes longer the longer the text; what is hard to guess up to here does not get easier after it. */
const estimated = 32;

type Estimate = (password: string, own: string[]) => number;
let estimate: Promise<Estimate> | undefined;

/** Loads the dictionaries (common passwords, German words and names) when the first password is set. */
const estimator = (): Promise<Estimate> => {
  estimate ??= (async () => {
    const [{ zxcvbn, zxcvbnOptions }, common, german] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-de'),
    ]);
    zxcvbnOptions.setOptions({
      dictionary: { ...common.dictionary, ...german.dictionary },
      graphs: common.adjacencyGraphs,
      maxLength: estimated,
      l33tMaxSubstitutions: 4, // of hostile texts every combination would be tried, for seconds
    });
    return (password, own) => zxcvbn([...password].slice(0, estimated).join(''), own).guessesLog10;
  })();
  return estimate;
};

const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
/** "Müller" as one types it without umlauts: "muller" or "mueller". */
const spellings = (text: string): string[] => [
  fold(text),
  fold(text.toLowerCase().replace(/[äöü]/g, (letter) => spelled[letter]!)),
];

/** Words of at least three letters, without marks. */
const wordsOf = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .flatMap(spellings)
      .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length >= 3 && /\p{L}/u.test(word)),
  ),
];

/** Is it little more than these words, in whatever order, with a year and signs around them? */
function consistsOf(password: string, words: readonly string[]): boolean {
  let rest = fold(password);
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  if (rest === fold(password)) return false;
  return rest.replace(/(?:19|20)\d\d/g, '').replace(/[^\p{L}\p{N}]/gu, '').length < ownPart;
}

/**
 * Judges a password by NIST SP 800-63B: length instead of rules, nothing that is common or follows from its owner.
 * `own` are the texts that anybody would try first: name, address, company.
 */
export async function judgePassword(given: string, own: readonly string[]): Promise<Judgement> {
  const password = canonicalPassword(given);
  const refused = (key: MessageKey, parameters?: Record<string, number>): Judgement => ({
    strength: 'refused',
    mistake: message(key, parameters),
  });
  const length = [...password].length;
  if (length < shortestPassword) return refused('password_short', { min: shortestPassword });
  if (length > longestPassword) return refused('too_long', { max: longestPassword });
  const words = wordsOf(['kontor', ...own]);
  if (consistsOf(password, words)) return refused('password_personal');
  const guesses = (await estimator())(password, words);
  if (guesses < enough) return refused('password_common');
  return { strength: guesses < plenty ? 'fair' : 'good' };
}

/** Whose password it is to be. */
export interface Owner {
  readonly name: string;
  readonly email: string;
}

/** Judges a password of a user; the names of the companies and brands count as theirs as well. */
export async function judgeFor(db: Queryable, { name, email }: Owner, password: string): Promise<Judgement> {
  const rows = await db.query<{ name: string }>(
    sql`SELECT name FROM companies WHERE deleted_at IS NULL UNION SELECT name FROM brands WHERE deleted_at IS NULL LIMIT 200`,
  );
  return judgePassword(password, [name, email, ...rows.map((row) => row.name)]);
}

/** Throws 422 at `password` unless the password will do. */
export async function requireGoodPassword(db: Queryable, owner: Owner, password: string): Promise<void> {
  const { mistake } = await judgeFor(db, owner, password);
  if (mistake) throw new PublicError('invalid', { password: mistake });
}
