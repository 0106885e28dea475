import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank } from './rank.ts';
import { say } from './say.ts';
import type { Candidate, Wanted } from './types.ts';

const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2027, 1, 1 + n)).toISOString().slice(0, 10));
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const label = fc.constantFrom('Anna', 'Bert', 'Chris', 'Änne', 'Bert');
const reason = fc.option(fc.constantFrom('Urlaub', 'Kur'));
const qualification = fc.constantFrom('q1', 'q2', 'q3');

const wanted: fc.Arbitrary<Wanted> = fc.record({
  sessions: fc.array(
    fc.record({ id: fc.uuid(), days: fc.array(day, { minLength: 1, maxLength: 2 }).map((days) => days.sort()) }),
    { minLength: 1, maxLength: 4 },
  ),
  qualifications: fc
    .uniqueArray(qualification, { maxLength: 2 })
    .map((ids) => ids.map((id) => ({ id, name: id.toUpperCase() }))),
  language: fc.constantFrom('de', 'en'),
});

const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid(),
  name: label,
  active: fc.boolean(),
  ofBrand: fc.boolean(),
  languages: fc.subarray(['de', 'en']),
  qualifications: fc.array(fc.record({ id: qualification, from: fc.option(day), to: fc.option(day) }), {
    maxLength: 3,
  }),
  availabilities: fc.array(
    fc
      .tuple(span, fc.constantFrom('free', 'tentative', 'blocked'), reason)
      .map(([{ from, to }, type, why]) => ({ from, to, type: type as 'free', reason: why })),
    { maxLength: 3 },
  ),
  collisions: fc.array(fc.record({ day, name: fc.option(fc.constant('T-1 Segeln')) }), { maxLength: 1 }),
  declined: fc.option(fc.record({ reason })),
  busy: fc.record({ '2027-02': fc.nat(25), '2027-03': fc.nat(25) }),
  maxDays: fc.option(fc.nat(31)),
  reach: fc.array(
    fc.record({
      placed: fc.boolean(),
      region: fc.option(fc.constant('Bayern')),
      priority: fc.option(fc.integer({ min: 1, max: 9 })),
      home: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  holidays: fc.array(fc.record({ on: day, name: fc.constant('Feiertag') }), { maxLength: 3 }),
  ratings: fc
    .nat(40)
    .chain((count) => fc.record({ count: fc.constant(count), sum: fc.integer({ min: count, max: count * 5 }) })),
  cost: fc.option(fc.nat(20_000)),
});
/** Somebody who can come whatever is asked of them. */
const fit = candidate.map((one) => ({
  ...one,
  active: true,
  ofBrand: true,
  languages: [],
  qualifications: ['q1', 'q2', 'q3'].map((id) => ({ id, from: null, to: null })),
  availabilities: one.availabilities.filter(({ type }) => type !== 'blocked'),
  collisions: [],
  declined: null,
}));
const several = fc.uniqueArray(fc.oneof(fit, candidate), { minLength: 1, maxLength: 12, selector: ({ id }) => id });
const placeOf = (task: Wanted, all: readonly Candidate[], id: string) =>
  rank(task, all, { costs: true }).ranking.findIndex((one) => one.id === id);
const pointsOf = (task: Wanted, one: Candidate) => rank(task, [one], { costs: true }).ranking[0]!.points;
const daysOf = ({ sessions }: Wanted) => sessions.flatMap(({ days }) => days);

describe('the ranking', () => {
  test('counts an evening that ends after midnight as one day of work and of pay', () => {
    fc.assert(
      fc.property(wanted, fit, (task, one) => {
        const within = {
          ...task,
          sessions: task.sessions.map((session) => ({ ...session, days: session.days.slice(0, 1) })),
        };
        const paid = { ...one, cost: 600 };
        const partsOf = (of: Wanted) =>
          rank(of, [paid], { costs: true }).ranking[0]!.parts.filter(({ part }) => part === 'cost' || part === 'load');
        expect(partsOf(task)).toEqual(partsOf(within));
      }),
    );
  });

  test('holds everybody once, and does not hang on the order in which they were found', () => {
    fc.assert(
      fc.property(wanted, several, fc.boolean(), (task, all, costs) => {
        const found = rank(task, all, { costs });
        expect([...found.ranking, ...found.out].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        expect(rank(task, all.toReversed(), { costs })).toEqual(found);
        const points = found.ranking.map((one) => one.points);
        expect(points).toEqual(points.toSorted((a, b) => b - a));
        for (const one of found.ranking) {
          expect(one.parts.reduce((sum, part) => sum + part.points, 0)).toBe(one.points);
          for (const part of one.parts) {
            expect(part.points).toBeGreaterThanOrEqual(0);
            expect(part.points).toBeLessThanOrEqual(part.of);
            expect(part.reasons.length).toBeGreaterThan(0);
          }
        }
        for (const { reasons } of found.out) expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test('never lists who is not qualified on all days, is blocked, booked, or of another brand', () => {
    fc.assert(
      fc.property(wanted, several, (task, all) => {
        const days = daysOf(task).sort();
        const listed = new Set(rank(task, all, { costs: true }).ranking.map(({ id }) => id));
        for (const one of all.filter(({ id }) => listed.has(id))) {
          expect([one.active, one.ofBrand, one.collisions.length, one.declined]).toEqual([true, true, 0, null]);
          for (const { id } of task.qualifications)
            expect(
              one.qualifications.some(
                (held) =>
                  held.id === id &&
                  days.every((on) => (held.from === null || held.from <= on) && (held.to === null || held.to >= on)),
              ),
            ).toBe(true);
          for (const { type, from, to } of one.availabilities)
            if (type === 'blocked') expect(days.some((on) => on >= from && on <= to)).toBe(false);
        }
      }),
    );
  });

  test('a better rating, a lower price, an emptier month, a nearer region never lower anybody', () => {
    const better: fc.Arbitrary<(one: Candidate) => Candidate> = fc.oneof(
      fc.nat(20).map((more) => (one: Candidate) => ({
        ...one,
        ratings: { count: one.ratings.count, sum: Math.min(one.ratings.count * 5, one.ratings.sum + more) },
      })),
      fc.nat(5000).map((less) => (one: Candidate) => ({
        ...one,
        cost: one.cost === null ? null : Math.max(0, one.cost - less),
      })),
      fc.nat(10).map((less) => (one: Candidate) => ({
        ...one,
        busy: Object.fromEntries(Object.entries(one.busy).map(([month, n]) => [month, Math.max(0, n - less)])),
      })),
      fc.constant((one: Candidate) => ({
        ...one,
        reach: one.reach
          .map((at) => ({ ...at, priority: Math.max(1, (at.priority ?? 9) - 1) }))
          .map((at, i) => (one.reach[i]!.priority === null ? one.reach[i]! : at)),
      })),
      fc.constant((one: Candidate) => ({
        ...one,
        availabilities: one.availabilities.filter(({ type }) => type !== 'tentative'),
        holidays: [],
      })),
    );
    fc.assert(
      fc.property(wanted, several, fit, better, (task, others, one, improve) => {
        const rest = others.filter(({ id }) => id !== one.id);
        const after = improve(one);
        expect(pointsOf(task, after)).toBeGreaterThanOrEqual(pointsOf(task, one));
        expect(placeOf(task, [...rest, after], one.id)).toBeLessThanOrEqual(placeOf(task, [...rest, one], one.id));
      }),
    );
  });

  test('without costs nothing of it is told, and it does not change the order', () => {
    fc.assert(
      fc.property(wanted, several, fc.nat(9000), (task, all, cost) => {
        const found = rank(task, all, { costs: false });
        expect(found.of).toBe(80);
        expect(JSON.stringify(found)).not.toContain('cost');
        expect(
          rank(
            task,
            all.map((one) => ({ ...one, cost })),
            { costs: false },
          ),
        ).toEqual(found);
      }),
    );
  });

  test('every reason is a sentence in both languages', () => {
    fc.assert(
      fc.property(wanted, several, (task, all) => {
        const { ranking, out } = rank(task, all, { costs: true });
        const reasons = [
          ...out.flatMap((one) => one.reasons),
          ...ranking.flatMap(({ parts }) => parts.flatMap((part) => part.reasons)),
        ];
        for (const one of reasons)
          for (const locale of ['de', 'en'] as const) expect(say(one, locale)).toMatch(/^[\p{L}\d€].+/u);
      }),
    );
  });
});

test('what stands in the reasons is what people say', () => {
  expect(say({ key: 'load', days: 3, most: 8, month: '2027-03' }, 'de')).toBe('3 von 8 Tagen im März 2027 belegt');
  expect(say({ key: 'rating', mean: 4.56, count: 23 }, 'de')).toBe('Note 4,6 aus 23 Rückmeldungen');
  expect(say({ key: 'cost', day: 1250 }, 'de')).toBe('1.250 € je Tag mit Reise');
  expect(say({ key: 'blocked', day: '2027-03-01', reason: 'Urlaub' }, 'de')).toBe(
    'Nicht verfügbar am 01.03.2027: Urlaub',
  );
  expect(say({ key: 'collides', day: '2027-03-01', name: null }, 'de')).toBe(
    'Am 01.03.2027 schon anderweitig eingeplant',
  );
});
