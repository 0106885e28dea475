/** Chance that repeats itself: the same seed gives the same company (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from, to) => from + Math.floor(next() * (to - from + 1));
  return {
    /** A whole number, both ends included. */
    int,
    /** True with this probability. */
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One key of `{ key: weight }`. */
    weighted(weights) {
      let rest = next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      for (const [key, weight] of Object.entries(weights)) {
        rest -= weight;
        if (rest < 0) return key;
      }
      return Object.keys(weights)[0];
    },
    /** Some different members of a list. */
    some(list, count) {
      const left = [...list];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)[0]);
    },
    /** Digits, as text. */
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  };
}
