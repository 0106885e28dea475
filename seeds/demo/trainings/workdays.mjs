import { holidaysOf } from '@kontor/shared';

const milliseconds = 86_400_000;
const zone = 'Europe/Berlin';
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });

/** The calendar date of an instant, where the company sits. */
export const dayOf = (instant) => berlin.format(new Date(instant));
export const today = dayOf(new Date());

/** The date so many days later (or earlier). */
export const addDays = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10);
/** How many days lie between two dates. */
export const daysBetween = (from, to) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds;

const offsets = new Map();
/** The instant of a clock time in Berlin, as ISO text; clocks change at night, so noon tells the day's offset. */
export function instantOf(date, time) {
  if (!offsets.has(date)) {
    const name = clock.formatToParts(new Date(`${date}T12:00:00Z`)).find(({ type }) => type === 'timeZoneName').value;
    offsets.set(date, name.slice(3) || '+00:00');
  }
  return new Date(`${date}T${time}:00${offsets.get(date)}`).toISOString();
}

const holidays = new Map();
function holidaysIn(state, year) {
  const key = `${state} ${year}`;
  if (!holidays.has(key))
    holidays.set(key, new Set([...holidaysOf('DE', year), ...holidaysOf(state, year)].map(({ on }) => on)));
  return holidays.get(key);
}

/** Is that a day on which people work in a German state (`DE-NW`)? Between the years nobody plans a training. */
export function isWorkday(date, state) {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    weekday !== 0 && weekday !== 6 && date.slice(5) < '12-24' && !holidaysIn(state, Number(date.slice(0, 4))).has(date)
  );
}

/** The first working day from a date on, forwards or backwards. */
export function workdayFrom(date, state, step = 1) {
  let found = date;
  while (!isWorkday(found, state)) found = addDays(found, step);
  return found;
}

/** So many working days from a date on, `gap` days apart (1: one after the other). */
export function workdays(from, count, state, gap = 1) {
  const days = [];
  let next = from;
  while (days.length < count) {
    next = workdayFrom(next, state);
    days.push(next);
    next = addDays(next, gap);
  }
  return days;
}
