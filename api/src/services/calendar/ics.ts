import { ICalCalendar } from 'ical-generator';
import type { CalendarEvent } from './events.ts';

export interface CalendarOptions {
  readonly name: string;
  /** Address of Kontor, without a slash at the end. */
  readonly url: string;
  /** What tells the records of this installation from others. */
  readonly installation: string;
}

const day = 86_400_000;

/**
 * Dates as an iCalendar file (RFC 5545). Days are written as days: their end is the day after the last (section 3.6.1).
 * Instants are written in UTC.
 */
export function calendarFile(events: readonly CalendarEvent[], { name, url, installation }: CalendarOptions): string {
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'Kontor', product: 'Kontor', language: 'DE' },
    ttl: 3600, // seconds after which programs may look again
  });
  for (const { id, resource, title, from, to, allDay, state, version, created_at, updated_at } of events)
    calendar.createEvent({
      id: `${id}@${installation}.kontor`,
      sequence: version - 1,
      start: new Date(from),
      end: allDay ? new Date(new Date(to ?? from).getTime() + day) : new Date(to ?? from),
      allDay,
      summary: state ? `${title} (${state})` : title,
      url: `${url}/${resource}/${id}/show`,
      stamp: new Date(updated_at),
      created: new Date(created_at),
      lastModified: new Date(updated_at),
    });
  return calendar.toString();
}
