/** Everything lies relative to today, so that the demo is alive whenever it is started. */
const today = new Date(
  `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date())}T00:00:00Z`,
);
const milliseconds = 86_400_000;

/** The day so many days from today, moved to a working day; today stays today, whoever looks at the demo on a Sunday. */
const workday = (offset) => {
  const date = new Date(today.getTime() + offset * milliseconds);
  const weekend = offset === 0 ? 0 : [1, 0, 0, 0, 0, 0, -1][date.getUTCDay()];
  return new Date(date.getTime() + weekend * milliseconds);
};

/** A calendar date, days from today, on a working day. */
export const day = (offset) => workday(offset).toISOString().slice(0, 10);

/** An instant in office hours of a working day; what today has not seen yet was on the last day before. */
export const officeTime = (chance, offset) => {
  const clock = chance.int(6 * 60, 15 * 60) * 60_000 + chance.int(0, 59) * 1000;
  const latest = Date.now() - 60_000;
  let back = offset;
  while (workday(back).getTime() + clock > latest) back -= 1;
  return new Date(workday(back).getTime() + clock).toISOString();
};

/** A birthday of a person of that age. */
export const birthday = (chance, age) =>
  new Date(Date.UTC(today.getUTCFullYear() - age, chance.int(0, 11), chance.int(1, 28))).toISOString().slice(0, 10);

/** The later of two instants. */
export const later = (a, b) => (a > b ? a : b);
