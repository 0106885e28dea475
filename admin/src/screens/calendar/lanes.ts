import { plusDays, type Tone } from '@kontor/shared';
import type { RaRecord } from 'ra-core';
import { embeddedTitles } from '../../kinds/common/embedded.ts';

/** So many days stand side by side. */
export const laneDays = 14;

/** Something that takes place, on the wall clock of the company (`2026-12-01T09:00:00Z`) or on days (`2026-12-01`). */
export interface Placed {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  /** Not included; absent where it has none. */
  readonly end?: string;
  readonly tone: Tone;
  readonly record: RaRecord;
}

export interface Lane {
  /** Null for what has nobody and nothing. */
  readonly id: string | null;
  /** Null where the user may not see it. */
  readonly title: string | null;
  /** What takes place on each day, by the day. */
  readonly days: ReadonlyMap<string, readonly Placed[]>;
  /** Those that overlap with others of the lane. */
  readonly clashes: ReadonlySet<string>;
}

/** The days of two weeks, from the Monday before a date. */
export function daysFrom(date: string): readonly string[] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: laneDays }, (_, index) => plusDays(date, index - weekday));
}

/** The days on which something takes place. */
function daysOf({ start, end }: Placed): readonly string[] {
  const first = start.slice(0, 10);
  // up to midnight is not the next day
  const last = end ? new Date(new Date(end).getTime() - 1).toISOString().slice(0, 10) : first;
  const days = [first];
  while (days.at(-1)! < last && days.length < 366) days.push(plusDays(days.at(-1)!, 1));
  return days;
}

/** Does something take place on one of the days? What was asked for begins earlier, so that it finds what still lasts. */
export function isWithin(one: Placed, days: readonly string[]): boolean {
  const taken = daysOf(one);
  return taken[0]! <= days.at(-1)! && days[0]! <= taken.at(-1)!;
}

const overlap = (a: Placed, b: Placed) => a.start < (b.end ?? b.start) && b.start < (a.end ?? a.start);

function clashesIn(all: readonly Placed[]): ReadonlySet<string> {
  const clashes = new Set<string>();
  const sorted = all.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  for (const [index, one] of sorted.entries())
    for (const other of sorted.slice(index + 1)) {
      if (other.start >= (one.end ?? one.start)) break;
      if (overlap(one, other)) {
        clashes.add(one.id);
        clashes.add(other.id);
      }
    }
  return clashes;
}

/**
 * One lane for each record that a field refers to, by title; first what refers to none, then what has a title that is not to be
 * seen. `others` are records that have nothing in this time; they come last, so that one sees who is free.
 */
export function lanesOf(
  placed: readonly Placed[],
  field: string,
  others: readonly { readonly id: string; readonly title: string }[],
): readonly Lane[] {
  const taken = new Map<string | null, { title: string | null; all: Placed[] }>();
  for (const one of placed) {
    const titles = embeddedTitles(one.record, field);
    for (const { id, title } of titles.length ? titles : [{ id: null, title: null }]) {
      const lane = taken.get(id) ?? { title, all: [] };
      lane.all.push(one);
      taken.set(id, lane);
    }
  }
  const lanes = [...taken].map(([id, { title, all }]): Lane => {
    const days = new Map<string, Placed[]>();
    for (const one of all) for (const day of daysOf(one)) days.set(day, [...(days.get(day) ?? []), one]);
    return { id, title, days, clashes: id === null ? new Set() : clashesIn(all) };
  });
  const byTitle = (a: Pick<Lane, 'title'>, b: Pick<Lane, 'title'>) =>
    (a.title ?? '').localeCompare(b.title ?? '', 'de');
  return [
    ...lanes.filter(({ id }) => id === null),
    ...lanes.filter(({ id }) => id !== null).toSorted(byTitle),
    ...others
      .filter(({ id }) => !taken.has(id))
      .toSorted(byTitle)
      .map(({ id, title }) => ({ id, title, days: new Map(), clashes: new Set<string>() })),
  ];
}

/** An instant or a day, moved by whole days. */
export const moved = (value: string, days: number): string =>
  value.length === 10 ? plusDays(value, days) : `${plusDays(value, days)}${value.slice(10)}`;

/** Whole days from one to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
