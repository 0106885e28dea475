import fc from 'fast-check';
import { expect, test } from 'vitest';
import { easter, holidayRegions, holidaysOf } from './holidays.ts';

/** Easter Sundays as almanacs print them. */
test.each([
  [1818, 3, 22],
  [1943, 4, 25],
  [2000, 4, 23],
  [2008, 3, 23],
  [2024, 3, 31],
  [2025, 4, 20],
  [2026, 4, 5],
  [2027, 3, 28],
  [2038, 4, 25],
  [2285, 3, 22],
])('Easter %i is on %i/%i', (year, month, day) => {
  expect(easter(year)).toEqual({ month, day });
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
      const { month, day } = easter(year);
      const date = new Date(Date.UTC(year, month - 1, day));
      const text = date.toISOString().slice(5, 10);
      return date.getUTCDay() === 0 && text >= '03-22' && text <= '04-25';
    }),
  );
});

test('the day of repentance is the last Wednesday before 23 November', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2999 }), (year) => {
      const on = holidaysOf('DE-SN', year).find(({ name }) => name === 'Buß- und Bettag')!.on;
      return new Date(on).getUTCDay() === 3 && on >= `${year}-11-16` && on <= `${year}-11-22`;
    }),
  );
});

test('2026: how many holidays a state has with those of the country', () => {
  const count = (state: string) => holidaysOf('DE', 2026).length + holidaysOf(`DE-${state}`, 2026).length;
  const states = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' ');
  expect(Object.fromEntries(states.map((state) => [state, count(state)]))).toEqual({
    BW: 12,
    BY: 13,
    BE: 10,
    BB: 12,
    HB: 10,
    HH: 10,
    HE: 10,
    MV: 11,
    NI: 10,
    NW: 11,
    RP: 11,
    SL: 12,
    SN: 11,
    ST: 11,
    SH: 10,
    TH: 11,
  });
  expect(holidaysOf('AT', 2026)).toHaveLength(13);
});

test('what is a holiday in some years only', () => {
  const names = (code: string, year: number) => holidaysOf(code, year).map(({ name }) => name);
  expect(names('DE-BE', 2018)).toEqual([]);
  expect(names('DE-BE', 2025)).toContain('80. Jahrestag der Befreiung');
  expect(names('DE-BE', 2026)).toEqual(['Internationaler Frauentag']);
  expect(names('DE-BE', 2028)).toContain('75. Jahrestag des Aufstands vom 17. Juni');
  expect(holidaysOf('DE-BB', 2026)).toEqual([
    { on: '2026-04-05', name: 'Ostersonntag' },
    { on: '2026-05-24', name: 'Pfingstsonntag' },
    { on: '2026-10-31', name: 'Reformationstag' },
  ]);
  expect(holidayRegions).toContain('CH');
  expect(holidaysOf('FR', 2026)).toEqual([]);
});
