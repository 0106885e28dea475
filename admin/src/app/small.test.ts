import { describe, expect, test } from 'vitest';
import { initials } from './frame/initials.ts';
import { greetingAt } from './home/greeting.ts';
import { relativeTime } from './relativeTime.ts';
import { fill } from './texts.ts';
import { withVisit } from './visits.ts';

describe('small things of the frame', () => {
  test('initials are those of the first and the last name', () => {
    expect(initials('Anna Maria Berger')).toBe('AB');
    expect(initials('Özlem')).toBe('Ö');
    expect(initials('')).toBe('');
  });

  test('texts are filled, words chosen by number', () => {
    expect(fill('{count} {count|Eintrag|Einträge} in {list}', { count: 1, list: 'Kunden' })).toBe(
      '1 Eintrag in Kunden',
    );
    expect(fill('{count} {count|Eintrag|Einträge}', { count: 0 })).toBe('0 Einträge');
    expect(fill('{unknown}')).toBe('{unknown}');
  });

  test('the time that passed is said as people do, long ago as a date', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(relativeTime('2026-11-21T11:59:40Z', 'de', now)).toBe('jetzt');
    expect(relativeTime('2026-11-21T11:55:00Z', 'de', now)).toBe('vor 5 Minuten');
    expect(relativeTime('2026-11-20T12:00:00Z', 'de', now)).toBe('gestern');
    expect(relativeTime('2026-11-01T12:00:00Z', 'de', now)).toBe('01.11.2026');
  });

  test('the greeting follows the hour', () => {
    expect([7, 13, 21, 2].map((hour) => greetingAt(new Date(2026, 0, 1, hour)))).toEqual([
      'morning',
      'day',
      'evening',
      'evening',
    ]);
  });

  test('a record opened again moves to the front and stands once', () => {
    const a = { resource: 'customers', id: '1' };
    const b = { resource: 'tasks', id: '1' };
    expect(withVisit([a, b], b)).toEqual([b, a]);
  });
});
