import { wantedDays } from './sessions.ts';
import type { Candidate, Reason, Wanted } from './types.ts';

/** The first day on which a required qualification is missing, has ended, or does not hold yet. */
function qualification(wanted: Wanted, { qualifications }: Candidate, days: readonly string[]): Reason[] {
  return wanted.qualifications.flatMap(({ id, name }): Reason[] => {
    const held = qualifications.filter((one) => one.id === id);
    if (held.length === 0) return [{ key: 'unqualified', name }];
    const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
    if (held.some(({ from, to }) => (from === null || from <= first) && (to === null || to >= last))) return [];
    const ended = held.find(({ to }) => to !== null && to < last);
    if (ended) return [{ key: 'expires', name, day: ended.to! }];
    return [{ key: 'not_yet', name, day: held[0]!.from! }];
  });
}

/** Why a trainer can not lead the sessions at all; nothing for those who can. */
export function fallsOut(wanted: Wanted, candidate: Candidate): Reason[] {
  const { active, ofBrand, languages, availabilities, collisions, declined } = candidate;
  const days = wantedDays(wanted);
  const blocked = availabilities.flatMap(({ type, from, to, reason }): Reason[] => {
    const day = type === 'blocked' ? days.find((one) => one >= from && one <= to) : undefined;
    return day ? [{ key: 'blocked', day, reason }] : [];
  });
  return [
    ...(active ? [] : [{ key: 'paused' } as const]),
    ...(ofBrand ? [] : [{ key: 'other_brand' } as const]),
    ...(languages.length === 0 || languages.includes(wanted.language)
      ? []
      : [{ key: 'language', language: wanted.language } as const]),
    ...qualification(wanted, candidate, days),
    ...blocked,
    ...collisions.map(({ day, name }) => ({ key: 'collides', day, name }) as const),
    ...(declined ? [{ key: 'declined', reason: declined.reason } as const] : []),
  ];
}
