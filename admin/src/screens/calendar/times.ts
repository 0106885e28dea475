import { type AnyField, fromZone, inZone, kindOf, plusDays, zone } from '@kontor/shared';

/** Does the field hold instants, or calendar days? */
export const isInstant = (field: AnyField, name: string): boolean =>
  kindOf(field).columns(field, name)[0]?.type === 'timestamptz';

/**
 * A value as the calendar draws it. The calendar runs on the wall clock of the company, written as if it were UTC, so
 * that a colleague abroad sees the same hour.
 */
export function toWall(value: string, instant: boolean): string {
  if (!instant) return value;
  const { date, time } = inZone(new Date(value), zone.name);
  return `${date}T${time}:00Z`;
}

/** The wall clock of the calendar as a value of the field. */
export const fromWall = (date: Date, instant: boolean): string => {
  const text = date.toISOString();
  return instant ? fromZone(text.slice(0, 10), text.slice(11, 16), zone.name).toISOString() : text.slice(0, 10);
};

/** The last day of a period of days is part of it; calendars draw up to, but not including, the end. */
export const drawnEnd = (value: string | null | undefined, instant: boolean): string | undefined =>
  value ? (instant ? toWall(value, true) : plusDays(value, 1)) : undefined;

export const fromDrawnEnd = (end: Date, instant: boolean): string =>
  instant ? fromWall(end, true) : plusDays(end.toISOString(), -1);
