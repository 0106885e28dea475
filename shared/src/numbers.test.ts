import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, fromZone, inZone, isDate, parseDate } from './dates.ts';
import { fold } from './fold.ts';
import { Exact, formatDecimal, parseDecimal } from './numbers.ts';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, scale]) => new Exact(n.toString()).div(new Exact(10).pow(scale)).toFixed());

describe('law 8: numbers as people write them', () => {
  test('what is shown is read again, in both languages, digit by digit', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('de' as const, 'en' as const), (value, locale) => {
        expect(parseDecimal(formatDecimal(value, locale), locale)).toBe(value);
      }),
    );
  });

  test.each([
    ['1.234,56', 'de', '1234.56'],
    ['1,234.56', 'en', '1234.56'],
    ['12345678901234567,89 €', 'de', '12345678901234567.89'],
    ['−3,5', 'de', '-3.5'],
    ['(12,00)', 'de', '-12'],
    ['1.234', 'de', '1234'],
    ['1.5', 'de', '1.5'],
    ['1.234', 'en', '1.234'],
    ['19 %', 'de', '19'],
    ['1.23.4', 'de', undefined],
    ['1,5', 'en', undefined],
    ['12,34,56', 'en', undefined],
    ['', 'de', undefined],
    ['abc', 'de', undefined],
    ['1e5', 'en', undefined],
    ['-', 'de', undefined],
  ] as const)('"%s" (%s) is %s', (text, locale, value) => {
    expect(parseDecimal(text, locale)).toBe(value);
  });

  test('halves are rounded away from zero, and the minus is a real one', () => {
    expect([formatDecimal('0.005', 'de', 2), formatDecimal('-1234.565', 'de', 2)]).toEqual(['0,01', '\u22121.234,57']);
  });
});

describe('law 9: dates', () => {
  const day = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

  test('every calendar day is one, and is read again as it is shown', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('de' as const, 'en' as const), (date, locale) => {
        expect(isDate(date)).toBe(true);
        expect(parseDate(formatDate(date, locale))).toBe(date);
      }),
    );
    for (const wrong of ['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '0000-01-01', '10000-01-01', 'x'])
      expect([wrong, isDate(wrong)]).toEqual([wrong, false]);
  });

  test('a wall clock in Berlin and its instant belong together, but in the hour that is missing or twice there', () => {
    const minute = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
      .map((d) => new Date(Math.floor(d.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(minute, (instant) => {
        const { date, time } = inZone(instant, 'Europe/Berlin');
        const back = fromZone(date, time, 'Europe/Berlin');
        expect(inZone(back, 'Europe/Berlin')).toEqual({ date, time });
        expect(Math.abs(back.getTime() - instant.getTime())).toBeLessThanOrEqual(3_600_000);
      }),
    );
    expect(fromZone('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(fromZone('2026-03-29', '03:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(fromZone('2026-07-01', '00:00', 'America/New_York').toISOString()).toBe('2026-07-01T04:00:00.000Z');
  });
});

test('folding knows marks, umlauts and cases', () => {
  expect(['Müller', 'MULLER', 'Straße', 'Łódź', 'Æon'].map(fold)).toEqual([
    'muller',
    'muller',
    'strasse',
    'lodz',
    'aon',
  ]);
});
