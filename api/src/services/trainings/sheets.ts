import { formatDate, inZone, type Locale } from '@kontor/shared';
import type { SheetCall } from '../../engine/behaviour.ts';
import type { Context, Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import type { SheetContent } from '../sheets/content.ts';
import { seen } from './seen.ts';

/** The papers of a training. They are for the room: no prices, and of the people what whoever prints them may read. */

interface Person {
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
}

const labels = {
  de: {
    participants: 'Teilnehmerliste',
    attendance: 'Anwesenheitsliste',
    signs: 'Namensschilder',
    number: 'Nr.',
    name: 'Name',
    company: 'Firma',
    email: 'E-Mail',
    training: 'Training',
    dates: 'Termine',
    place: 'Ort',
    trainers: 'Trainer',
    count: 'Teilnehmende',
    signature: 'Unterschrift',
    empty: 'Noch niemand ist angemeldet.',
  },
  en: {
    participants: 'List of participants',
    attendance: 'Attendance sheet',
    signs: 'Name signs',
    number: 'No.',
    name: 'Name',
    company: 'Company',
    email: 'E-mail',
    training: 'Training',
    dates: 'Sessions',
    place: 'Place',
    trainers: 'Trainers',
    count: 'Participants',
    signature: 'Signature',
    empty: 'Nobody is enrolled yet.',
  },
} as const;

/** Sessions that have room beside a name, for signatures; more are shared out evenly over several tables. */
const most = 4;

/** Who is enrolled, by last name, as people look for themselves: those whom whoever asks may read, and of a list to be taken along, export. */
const peopleOf = ({ context, record: { id: training }, operation }: SheetCall): Promise<Person[]> =>
  context.engine.db.query<Person>(
    sql`SELECT coalesce(t.participant, '') AS name, c.name AS company, k.email FROM enrolments t LEFT JOIN contacts o ON o.id = t.contact_id LEFT JOIN customers c ON c.id = t.customer_id AND ${seen(context, 'customers', 'name', 'c')} LEFT JOIN contacts k ON k.id = t.contact_id AND ${seen(context, 'contacts', 'email', 'k')} WHERE t.training_id = ${training} AND t.status = 'enrolled' AND ${seen(context, 'enrolments', 'participant', 't')} AND ${context.access.rows(context.engine.model.get('enrolments'), operation, 't')} ORDER BY o.last_name, t.participant, t.id`,
  );

const sessionsOf = (context: Context, training: string): Promise<Row[]> =>
  context.engine.db.query<Row>(
    sql`SELECT t.id, t.name, t.starts_at, t.ends_at FROM training_sessions t WHERE t.training_id = ${training} AND ${seen(context, 'training_sessions', 'starts_at', 't')} ORDER BY t.starts_at, t.id`,
  );

/** Where it is and who leads it, as far as whoever asks may read that. */
async function around(context: Context, { id, location_id, online_link }: Row) {
  const [found] = await context.engine.db.query<{ place: string | null; trainers: string | null }>(
    sql`SELECT (SELECT l.name FROM locations l WHERE l.id = ${location_id ?? null} AND ${seen(context, 'locations', 'name', 'l')}) AS place, (SELECT string_agg(DISTINCT r.name, ', ') FROM trainer_assignments a JOIN trainers r ON r.id = a.trainer_id WHERE a.training_id = ${id} AND a.status = 'confirmed' AND ${seen(context, 'trainers', 'name', 'r')}) AS trainers`,
  );
  return {
    place: found?.place ?? (online_link as string | null | undefined) ?? null,
    trainers: found?.trainers ?? null,
  };
}

async function gather(call: SheetCall) {
  const { context, record } = call;
  const [people, sessions, { place, trainers }] = await Promise.all([
    peopleOf(call),
    sessionsOf(context, record.id),
    around(context, record),
  ]);
  const locale: Locale = record.language === 'en' ? 'en' : 'de';
  const t = labels[locale];
  const zone = context.engine.timeZone;
  const day = (instant: string) => formatDate(inZone(new Date(instant), zone).date, locale);
  const time = (instant: string) => inZone(new Date(instant), zone).time;
  const first = sessions[0]?.starts_at ?? record.first_session_at;
  const last = sessions.at(-1)?.ends_at ?? record.last_session_at;
  const span = first && last ? [...new Set([day(first), day(last)])].join(' – ') : null;
  const facts = [
    [t.training, `${record.number ?? ''} ${record.name}`.trim()],
    [t.dates, span],
    [t.place, place],
    [t.trainers, trainers],
    [t.count, String(people.length)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  const sheet = (title: string, more: Partial<SheetContent>): SheetContent => ({
    brand: record.brand_id,
    locale,
    title,
    facts,
    tables: [],
    empty: t.empty,
    file: `${title} ${record.number ?? ''}`.trim(),
    ...more,
  });
  return { t, people, sessions, day, time, sheet, span };
}

const participants = async (call: SheetCall): Promise<SheetContent> => {
  const { t, people, sheet } = await gather(call);
  // what nobody has, or whoever asks may not read, takes no room
  const extra = (['company', 'email'] as const).filter((name) => people.some((one) => one[name]));
  const columns = [
    { label: t.number, share: 3, right: true },
    { label: t.name, share: 16 },
    ...extra.map((name) => ({ label: t[name], share: 14 })),
  ];
  const rows = people.map((one, i) => [String(i + 1), one.name, ...extra.map((name) => one[name] ?? '')]);
  return sheet(t.participants, { tables: [{ columns, rows }] });
};

const attendance = async (call: SheetCall): Promise<SheetContent> => {
  const { t, people, sessions, day, time, sheet } = await gather(call);
  const boxes = sessions.length
    ? sessions.map(({ starts_at, ends_at }) => `${day(starts_at)}\n${time(starts_at)} – ${time(ends_at)}`)
    : [t.signature];
  const each = Math.ceil(boxes.length / Math.ceil(boxes.length / most));
  const tables = Array.from({ length: Math.ceil(boxes.length / each) }, (_, page) => {
    const some = boxes.slice(page * each, (page + 1) * each);
    return {
      columns: [
        { label: t.number, share: 3, right: true },
        { label: t.name, share: 18 },
        ...some.map((label) => ({ label, share: 14 })),
      ],
      rows: people.map(({ name }, i) => [String(i + 1), name, ...some.map(() => '')]),
    };
  });
  return sheet(t.attendance, { tables, rowHeight: 10, landscape: boxes.length > 2 });
};

const signs = async (call: SheetCall): Promise<SheetContent> => {
  const { t, people, sheet, span } = await gather(call);
  const name = String(call.record.name);
  return sheet(t.signs, {
    tables: [
      {
        columns: [
          { label: t.name, share: 16 },
          { label: t.company, share: 14 },
        ],
        rows: people.map((one) => [one.name, one.company ?? '']),
      },
    ],
    signs: people.map((one) => ({
      name: one.name,
      above: one.company ?? '',
      below: span ? `${name} · ${span}` : name,
    })),
  });
};

export const trainingSheets = { participants, attendance, signs };
