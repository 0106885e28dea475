/**
 * Public holidays by law. Germany: the holiday acts of the sixteen states (Feiertagsgesetze) and, for 3 October, the
 * Unification Treaty, art. 2 (2). Austria: ARG § 7 (2). Switzerland: 1 August (federal constitution, art. 110 (3)) and the
 * days that every canton keeps; what a canton adds is entered by hand.
 */

/** A holiday by law. */
export interface Holiday {
  /** ISO date. */
  readonly on: string;
  /** German name. */
  readonly name: string;
}

/** Easter Sunday of a year of the Gregorian calendar, as month and day (Butcher, 1876). */
export function easter(year: number): { month: number; day: number } {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return { month, day: (h + l - 7 * m + 33 * month + 19) % 32 };
}

type Day = (year: number) => string | undefined;

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
/** The same day every year, in a span of years. */
const fixed =
  (month: number, day: number, from = 0, to = 9999): Day =>
  (year) =>
    year >= from && year <= to ? iso(year, month, day) : undefined;
/** So many days after Easter Sunday. */
const movable =
  (days: number): Day =>
  (year) => {
    const { month, day } = easter(year);
    return iso(year, month, day + days);
  };
/** The Wednesday before 23 November. */
const repentance: Day = (year) => {
  const weekday = new Date(Date.UTC(year, 10, 22)).getUTCDay();
  return iso(year, 11, 22 - ((weekday + 4) % 7));
};

const rules: readonly { readonly name: string; readonly day: Day; readonly regions: string }[] = [
  { name: 'Neujahr', day: fixed(1, 1), regions: 'DE AT CH' },
  { name: 'Heilige Drei Könige', day: fixed(1, 6), regions: 'DE-BW DE-BY DE-ST AT' },
  { name: 'Internationaler Frauentag', day: fixed(3, 8, 2019), regions: 'DE-BE' },
  { name: 'Internationaler Frauentag', day: fixed(3, 8, 2023), regions: 'DE-MV' },
  { name: 'Karfreitag', day: movable(-2), regions: 'DE' },
  { name: 'Ostersonntag', day: movable(0), regions: 'DE-BB' },
  { name: 'Ostermontag', day: movable(1), regions: 'DE AT' },
  { name: 'Tag der Arbeit', day: fixed(5, 1), regions: 'DE' },
  { name: 'Staatsfeiertag', day: fixed(5, 1), regions: 'AT' },
  { name: '80. Jahrestag der Befreiung', day: fixed(5, 8, 2025, 2025), regions: 'DE-BE' },
  { name: 'Christi Himmelfahrt', day: movable(39), regions: 'DE AT CH' },
  { name: 'Pfingstsonntag', day: movable(49), regions: 'DE-BB' },
  { name: 'Pfingstmontag', day: movable(50), regions: 'DE AT' },
  { name: 'Fronleichnam', day: movable(60), regions: 'DE-BW DE-BY DE-HE DE-NW DE-RP DE-SL AT' },
  { name: '75. Jahrestag des Aufstands vom 17. Juni', day: fixed(6, 17, 2028, 2028), regions: 'DE-BE' },
  { name: 'Bundesfeier', day: fixed(8, 1), regions: 'CH' },
  // in Bavaria in the communities with more Catholics than Protestants, which are most
  { name: 'Mariä Himmelfahrt', day: fixed(8, 15), regions: 'DE-BY DE-SL AT' },
  { name: 'Weltkindertag', day: fixed(9, 20, 2019), regions: 'DE-TH' },
  { name: 'Tag der Deutschen Einheit', day: fixed(10, 3, 1990), regions: 'DE' },
  { name: 'Nationalfeiertag', day: fixed(10, 26), regions: 'AT' },
  { name: 'Reformationstag', day: fixed(10, 31), regions: 'DE-BB DE-MV DE-SN DE-ST DE-TH' },
  { name: 'Reformationstag', day: fixed(10, 31, 2018), regions: 'DE-HB DE-HH DE-NI DE-SH' },
  { name: 'Allerheiligen', day: fixed(11, 1), regions: 'DE-BW DE-BY DE-NW DE-RP DE-SL AT' },
  { name: 'Buß- und Bettag', day: repentance, regions: 'DE-SN' },
  { name: 'Mariä Empfängnis', day: fixed(12, 8), regions: 'AT' },
  { name: '1. Weihnachtstag', day: fixed(12, 25), regions: 'DE AT CH' },
  { name: '2. Weihnachtstag', day: fixed(12, 26), regions: 'DE AT' },
];

/** Codes of regions (ISO 3166) that have holidays of their own by law. */
export const holidayRegions: readonly string[] = [
  ...new Set(rules.flatMap(({ regions }) => regions.split(' '))),
].sort();

/** What is a holiday by law in a region itself: those of its country are not repeated for a state. In order of the year. */
export function holidaysOf(code: string, year: number): readonly Holiday[] {
  return rules
    .filter(({ regions }) => regions.split(' ').includes(code))
    .flatMap(({ name, day }) => {
      const on = day(year);
      return on ? [{ on, name }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}
