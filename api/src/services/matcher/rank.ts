import { fallsOut } from './falls_out.ts';
import { judges } from './parts.ts';
import type { Candidate, Ranked, Reason, Wanted } from './types.ts';

export interface Ranking {
  /** Points that one can have at most. */
  readonly of: number;
  /** Best first. */
  readonly ranking: readonly Ranked[];
  /** Those who come closest first. */
  readonly out: readonly { readonly id: string; readonly reasons: readonly Reason[] }[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How far somebody is from being able to come: those with one reason first, those of other brands last. */
const distance = ({ reasons }: { readonly reasons: readonly Reason[] }): number =>
  reasons.length + (reasons.some(({ key }) => key === 'other_brand') ? 100 : 0);

/**
 * Ranks trainers for sessions. Each point has its reason; who can not come has one why not. Among equal points the share behind
 * the rounding decides, then name and id: the order is total, and does not hang on the order in which they were found.
 * @param costs do fees and journeys count? Not for who may not see them: the order would tell.
 */
export function rank(
  wanted: Wanted,
  candidates: readonly Candidate[],
  { costs }: { readonly costs: boolean },
): Ranking {
  const judged = judges.filter(({ part }) => costs || part !== 'cost');
  const ranked: (Ranked & { readonly exact: number; readonly name: string })[] = [];
  const out: { readonly id: string; readonly name: string; readonly reasons: readonly Reason[] }[] = [];
  for (const candidate of candidates) {
    const { id, name } = candidate;
    const reasons = fallsOut(wanted, candidate);
    if (reasons.length) {
      out.push({ id, name, reasons });
      continue;
    }
    let exact = 0;
    const parts = judged.map(({ part, of, judge }) => {
      const { share, reasons } = judge(wanted, candidate);
      exact += share * of;
      return { part, of, points: Math.round(share * of), reasons };
    });
    ranked.push({ id, name, parts, exact, points: parts.reduce((sum, { points }) => sum + points, 0) });
  }
  ranked.sort((a, b) => b.points - a.points || b.exact - a.exact || byText(a.name, b.name) || byText(a.id, b.id));
  out.sort((a, b) => distance(a) - distance(b) || byText(a.name, b.name) || byText(a.id, b.id));
  return {
    of: judged.reduce((sum, { of }) => sum + of, 0),
    ranking: ranked.map(({ id, points, parts }) => ({ id, points, parts })),
    out: out.map(({ id, reasons }) => ({ id, reasons })),
  };
}
