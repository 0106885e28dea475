import {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator';
import type { Series } from './series.ts';

/** An appointment as it is told to calendar programs of others. */
export interface Appointment {
  readonly method: 'request' | 'cancel';
  /** The same in all mails about it, by which programs know it again. */
  readonly uid: string;
  /** Higher in each mail about it: the highest counts. */
  readonly sequence: number;
  readonly title: string;
  /** Begins at: an instant, or a day (`2026-11-27`). */
  readonly from: string;
  /** Ends at that instant, or with that day. */
  readonly to: string | null;
  readonly all_day: boolean;
  /** Where, in one line: a place with its address, or the link to a call. */
  readonly place?: string;
  /** Where it takes place on several days: nothing lies between them. */
  readonly series?: Series;
}

/** Somebody with an address. */
interface Party {
  readonly name: string;
  readonly address: string;
}

const day = 86_400_000;

/** A name that ends no parameter of its own. */
const nameOf = ({ name, address }: Party): string => name.replace(/["\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() || address;

/** An invitation, or its cancellation, as iTIP has it (RFC 5546). Days end the day after the last (RFC 5545, 3.6.1). */
export function invitationFile(
  { method, uid, sequence, title, from, to, all_day, place, series }: Appointment,
  organizer: Party,
  attendees: readonly Party[],
): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Kontor', product: 'Kontor', language: 'DE' },
    method: method === 'cancel' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const same: Omit<ICalEventData, 'start'> = {
    id: uid,
    sequence,
    summary: title,
    ...(place ? { location: place } : {}),
    stamp: new Date(),
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: nameOf(organizer), email: organizer.address },
    attendees: attendees.map(
      (one): ICalAttendeeData => ({
        name: nameOf(one),
        email: one.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: method === 'request',
      }),
    ),
  };
  if (!series) {
    const end = all_day ? new Date(new Date(to ?? from).getTime() + day) : new Date(to ?? from);
    calendar.createEvent({ ...same, start: new Date(from), end, allDay: all_day });
    return calendar.toString();
  }
  const { ends, interval, count, without, other } = series;
  calendar.createEvent({
    ...same,
    start: new Date(from),
    end: new Date(ends),
    repeating: {
      freq: ICalEventRepeatingFreq.DAILY,
      interval,
      count,
      ...(without.length ? { exclude: without.map((at) => new Date(at)) } : {}),
    },
  });
  for (const one of other)
    calendar.createEvent({
      ...same,
      recurrenceId: new Date(one.at),
      start: new Date(one.from),
      end: new Date(one.to),
    });
  return calendar.toString();
}
