import { uuid } from '@kontor/shared';
import type { ParsedMail } from 'mailparser';

/** What somebody who was invited answers. */
export type Attendance = 'accepted' | 'tentative' | 'declined';

/** The answer of a calendar program to an invitation, as it says itself (RFC 5546, 3.2.3). */
export interface Reply {
  /** Of the record that the invitation is about. */
  readonly record: string;
  /** Which of the invitations it answers; absent where it does not say. */
  readonly sequence: number | undefined;
  /** When it was answered; absent where it does not say. */
  readonly stamp: Date | undefined;
  /** Addresses in small letters. */
  readonly organizer: string;
  readonly attendee: string;
  readonly state: Attendance;
}

/** Bytes of an answer: it names one event and one person. */
const largest = 100_000;
const longestLine = 4000;

const states: Readonly<Record<string, Attendance>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
};

interface Property {
  readonly parameters: string;
  readonly value: string;
}

/** `NAME;PARAMETER="a:b":value`: what stands between quotes ends nothing (RFC 5545, 3.1). */
const lineOf = /^([a-z0-9-]+)((?:;[a-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/i;

type Properties = Map<string, Property[]>;

/**
 * The properties of the calendar and of its only event, by name; undefined when it is no calendar with one event. What is told
 * of single dates of an event (`RECURRENCE-ID`) besides is left aside: an answer for one of them is none for all.
 */
function read(text: string): { calendar: Properties; event: Properties } | undefined {
  const calendar: Properties = new Map();
  const events: Properties[] = [];
  const open: string[] = [];
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, name = '', parameters = '', value = ''] = (line.length <= longestLine && lineOf.exec(line)) || [];
    const key = name.toUpperCase();
    if (key === 'BEGIN') {
      open.push(value.trim().toUpperCase());
      if (open.length > 10) return undefined;
      if (open.join() === 'VCALENDAR,VEVENT') events.push(new Map());
    } else if (key === 'END') {
      if (open.pop() !== value.trim().toUpperCase()) return undefined;
    } else if (key) {
      const at = open.join();
      const where = at === 'VCALENDAR' ? calendar : at === 'VCALENDAR,VEVENT' ? events.at(-1) : undefined;
      where?.set(key, [...(where.get(key) ?? []).slice(0, 1), { parameters, value: value.trim() }]);
    }
  }
  const [event, ...more] = events.filter((one) => !one.has('RECURRENCE-ID'));
  return open.length === 0 && event && more.length === 0 ? { calendar, event } : undefined;
}

/** The value of what may be there once only. */
const once = (properties: ReadonlyMap<string, Property[]>, name: string): Property | undefined => {
  const found = properties.get(name) ?? [];
  return found.length === 1 ? found[0] : undefined;
};

const addressOf = (property: Property | undefined): string | undefined =>
  /^mailto:([^\s@]+@[^\s@]+)$/i.exec(property?.value ?? '')?.[1]?.toLowerCase();

/** `20260301T100000Z`; others are none. */
function instantOf(property: Property | undefined): Date | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(property?.value ?? '') ?? [];
  if (parts.length < 6) return undefined;
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

/** Reads the text of a calendar as an answer to an invitation of ours; undefined when it is none. */
export function replyIn(text: string): Reply | undefined {
  const found = read(text);
  if (!found || once(found.calendar, 'METHOD')?.value.toUpperCase() !== 'REPLY') return undefined;
  const { event } = found;
  const [, record = ''] = /^(.+)@kontor$/i.exec(once(event, 'UID')?.value ?? '') ?? [];
  const attending = once(event, 'ATTENDEE');
  const [attendee, organizer] = [addressOf(attending), addressOf(once(event, 'ORGANIZER'))];
  const [, answered = ''] = /;PARTSTAT="?([a-z-]+)"?(?:;|$)/i.exec(attending?.parameters ?? '') ?? [];
  const state = Object.hasOwn(states, answered.toUpperCase()) ? states[answered.toUpperCase()] : undefined;
  if (!uuid.test(record) || !attendee || !organizer || !state) return undefined;
  const sequence = once(event, 'SEQUENCE')?.value ?? '';
  return {
    record: record.toLowerCase(),
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : undefined,
    stamp: instantOf(once(event, 'DTSTAMP')),
    organizer,
    attendee,
    state,
  };
}

/** The answer to an invitation of ours that a mail brings; undefined when it brings none. */
export function readReply({ attachments }: ParsedMail): Reply | undefined {
  for (const { contentType, content } of attachments) {
    if (!/^(?:text\/calendar|application\/ics)$/i.test(contentType) || content.length > largest) continue;
    const reply = replyIn(content.toString('utf8'));
    if (reply) return reply;
  }
  return undefined;
}
