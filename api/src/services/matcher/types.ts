/** What trainers are sought for. Days are ISO dates on the company's clock, in order. */
export interface Wanted {
  readonly sessions: readonly { readonly id: string; readonly days: readonly string[] }[];
  readonly qualifications: readonly { readonly id: string; readonly name: string }[];
  readonly language: 'de' | 'en';
}

/** Where a session is, as one trainer sees it. */
export interface Reach {
  /** Is it known in which region the session is? Not so online. */
  readonly placed: boolean;
  /** The region of the trainer that the session is in, with how gladly they work there (1 first); null where there is none. */
  readonly region: string | null;
  readonly priority: number | null;
  /** Does the trainer live there? */
  readonly home: boolean;
}

/** What decides about a trainer. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly ofBrand: boolean;
  readonly languages: readonly string[];
  readonly qualifications: readonly { readonly id: string; readonly from: string | null; readonly to: string | null }[];
  readonly availabilities: readonly {
    readonly type: 'free' | 'tentative' | 'blocked';
    readonly from: string;
    readonly to: string;
    /** Null where there is none, or it is not for the eyes of who asks. */
    readonly reason: string | null;
  }[];
  /** Confirmed elsewhere at that time; by name only where who asks may see it. */
  readonly collisions: readonly { readonly day: string; readonly name: string | null }[];
  /** Has declined this training, and why. */
  readonly declined: { readonly reason: string | null } | null;
  /** Days confirmed elsewhere, by month (`2027-03`). */
  readonly busy: Readonly<Record<string, number>>;
  readonly maxDays: number | null;
  readonly reach: readonly Reach[];
  readonly holidays: readonly { readonly on: string; readonly name: string }[];
  readonly ratings: { readonly sum: number; readonly count: number };
  /** For all sessions, in the company's currency; null where no day rate is known. */
  readonly cost: number | null;
}

/** Why a trainer has the points they have, or fell out; put into words by `say`. */
export type Reason =
  | { readonly key: 'paused' | 'other_brand' | 'no_rating' | 'no_rate' | 'free' | 'unknown' | 'no_travel' }
  | { readonly key: 'language'; readonly language: 'de' | 'en' }
  | { readonly key: 'unqualified'; readonly name: string }
  | { readonly key: 'expires' | 'not_yet'; readonly name: string; readonly day: string }
  | { readonly key: 'blocked' | 'tentative'; readonly day: string; readonly reason: string | null }
  | { readonly key: 'holiday'; readonly day: string; readonly name: string }
  | { readonly key: 'collides'; readonly day: string; readonly name: string | null }
  | { readonly key: 'declined'; readonly reason: string | null }
  | { readonly key: 'region'; readonly name: string; readonly priority: number }
  | { readonly key: 'home' | 'other_region' }
  | { readonly key: 'load'; readonly days: number; readonly most: number | null; readonly month: string }
  | { readonly key: 'too_much'; readonly days: number; readonly most: number; readonly month: string }
  | { readonly key: 'rating'; readonly mean: number; readonly count: number }
  | { readonly key: 'cost'; readonly day: number };

export type PartName = 'availability' | 'region' | 'rating' | 'load' | 'cost';

export interface Part {
  readonly part: PartName;
  readonly points: number;
  readonly of: number;
  readonly reasons: readonly Reason[];
}

export interface Ranked {
  readonly id: string;
  readonly points: number;
  readonly parts: readonly Part[];
}
