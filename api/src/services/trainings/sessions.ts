import { formatDate, PublicError, placeAgenda } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { insertAll, lockWhere } from '../../engine/house.ts';
import { purgeRows } from '../../engine/purge.ts';
import { sql } from '../../query/sql.ts';
import { holidaysIn, spanFor } from '../holidays.ts';
import { countAnew } from './checklists.ts';
import { regionFor } from './place.ts';
import { holdRooms } from './rooms.ts';

/** How sessions are placed. */
export interface Placing {
  /** The first day that may be used. */
  readonly from: string | null;
  /** Sessions there are make room, as long as nobody is asked or confirmed for them and nobody was there. */
  readonly replace: boolean;
}

interface Day {
  readonly day: number;
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
  readonly units: number;
  readonly content: string | null;
}

/** The agenda of a template, in its order. */
export const agendaOf = (tx: Transaction, template: string): Promise<Day[]> =>
  tx.query<Day>(
    sql`SELECT day, name, starts, ends, units, content FROM training_template_days WHERE template_id = ${template} ORDER BY day, starts, id`,
  );

/** Removes the sessions of a training, where that may be. */
async function makeRoom(context: Context, tx: Transaction, training: string, replace: boolean): Promise<void> {
  const say = (de: string, en: string) => (context.locale === 'en' ? en : de);
  const sessions = context.engine.model.get('training_sessions');
  const [present, [taken]] = await Promise.all([
    lockWhere(context, tx, sessions, sql`t.training_id = ${training}`),
    tx.query<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM training_sessions s WHERE s.training_id = ${training} AND (s.recorded_count > 0 OR EXISTS (SELECT 1 FROM trainer_assignments a WHERE a.session_id = s.id AND a.status IN ('asked', 'confirmed')))`,
    ),
  ]);
  if (present.length === 0) return;
  const n = present.length;
  if (!replace)
    throw new PublicError('invalid', {
      replace: say(
        `Es gibt schon ${n === 1 ? 'einen Termin' : `${n} Termine`}. Sagen Sie, dass sie ersetzt werden sollen, oder ändern Sie sie einzeln.`,
        `There ${n === 1 ? 'is a session' : `are ${n} sessions`} already. Say that they shall be replaced, or change them one by one.`,
      ),
    });
  if (taken!.n > 0)
    throw new PublicError('invalid', {
      replace: say(
        'Für vorhandene Termine sind schon Trainer angefragt oder bestätigt, oder es ist Anwesenheit erfasst. Verschieben Sie diese einzeln.',
        'Trainers are asked or confirmed for sessions there are, or attendance is recorded. Move these one by one.',
      ),
    });
  await purgeRows(context, tx, sessions, present);
}

/**
 * Makes the sessions of a training out of the agenda of its template: from a day on, without weekends and without the holidays
 * of where it takes place, at the times that the clock of the company shows. Answers how many there are.
 * @param training a locked row with all its columns
 */
export async function placeSessions(
  context: Context,
  tx: Transaction,
  training: Row,
  { from: wanted, replace }: Placing,
): Promise<number> {
  const say = (de: string, en: string) => (context.locale === 'en' ? en : de);
  if (['cancelled', 'delivered', 'invoiced', 'closed'].includes(training.status))
    throw new PublicError('transition_refused');
  const days = training.template_id ? await agendaOf(tx, training.template_id) : [];
  if (days.length === 0)
    throw new PublicError('invalid', {
      root: training.template_id
        ? say('Die Vorlage hat keinen Ablauf.', 'The template has no agenda.')
        : say('Das Training hat keine Vorlage aus dem Katalog.', 'The training has no template of the catalogue.'),
    });
  const from = wanted ?? (training.starts_on as string | null);
  if (!from)
    throw new PublicError('invalid', {
      from: say(
        'Bitte angeben: Das Training hat keinen Wunschtermin.',
        'Please say it: the training has no wanted start.',
      ),
    });
  await makeRoom(context, tx, training.id, replace);
  const region = await regionFor(tx, training as Row & { location_id: string; customer_id: string; brand_id: string });
  const last = Math.max(...days.map(({ day }) => day));
  const free = await holidaysIn(tx, region, from, spanFor(from, last));
  const { timeZone } = context.engine;
  const placed = placeAgenda(days, from, timeZone, (date) => free.has(date));
  if (!placed)
    throw new PublicError('invalid', {
      from: say(
        `Ab dem ${formatDate(from, 'de')} finden sich nicht genug Arbeitstage.`,
        `There are not enough days of work from ${formatDate(from, 'en')}.`,
      ),
    });
  const sessions = context.engine.model.get('training_sessions');
  const ids = await insertAll(
    context,
    tx,
    sessions,
    placed.map(({ day, starts_at, ends_at }) => ({
      name: day.name,
      training_id: training.id,
      starts_at,
      ends_at,
      units: day.units,
      location_id: training.location_id ?? null,
      online_link: training.online_link ?? null,
      content: day.content,
    })),
  );
  const records = await lockWhere(context, tx, sessions, sql`t.id = ANY(${ids}::uuid[])`);
  await holdRooms(
    context,
    tx,
    records.map((record) => ({ before: null, record })),
  );
  await countAnew(context, tx, training.id);
  return ids.length;
}
