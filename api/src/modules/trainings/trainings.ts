import { inZone } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { answerRequest } from '../../services/matcher/answer.ts';
import { askTrainers } from '../../services/matcher/ask.ts';
import { stopAsking } from '../../services/matcher/stop.ts';
import { issueCertificates } from '../../services/places/certificates.ts';
import { moveUp } from '../../services/places/move_up.ts';
import {
  countAnew,
  dropOpen,
  hasChecklists,
  makeChecklists,
  swapChecklists,
} from '../../services/trainings/checklists.ts';
import { followUp } from '../../services/trainings/follow_up.ts';
import { likeTemplate } from '../../services/trainings/from_template.ts';
import { confirmed, delivered, invoiced, offered, planned } from '../../services/trainings/guards.ts';
import { release, stopReminders } from '../../services/trainings/release.ts';
import { holdAll } from '../../services/trainings/rooms.ts';
import { placeSessions } from '../../services/trainings/sessions.ts';
import { trainingSheets } from '../../services/trainings/sheets.ts';
import { venueOf } from '../../services/trainings/venue.ts';
import { askFeedback, writeMails } from '../../services/trainings/write_mails.ts';

/** States in which a training has its checklists. */
const checked = ['confirmed', 'planned'];

/** States before: it has them where its confirmation was taken back. */
const earlier = ['lead', 'offered', 'option'];

/** What a training is copied from, what its steps need, and what follows from them. */
export const trainings = {
  complete: likeTemplate,
  before: ({ operation, before, values, context }) => {
    if (operation !== 'transition') return;
    if (values.status === 'confirmed' && before!.status !== 'planned')
      values.confirmed_on = inZone(new Date(), context.engine.timeZone).date;
    if (values.status === 'offered' && before!.status === 'confirmed') values.confirmed_on = null;
    if (values.status === 'delivered') values.delivered_on = inZone(new Date(), context.engine.timeZone).date;
    if (values.status === 'planned' && before!.status === 'delivered') values.delivered_on = null;
  },
  after: async ({ operation, before, values, record, tx, context }) => {
    // more places than before go to those who wait
    const more = before && (record.max_participants ?? Infinity) > (before.max_participants ?? Infinity);
    if (more && record.waiting_count > 0) await moveUp(context, tx, record.id);
    if (operation === 'update' && before) {
      const other = (name: string) => name in values && values[name] !== before[name];
      if (other('brand_id')) {
        const lists = context.engine.model.get('checklists');
        const rows = await lockWhere(
          context,
          tx,
          lists,
          sql`t.subject_resource = 'trainings' AND t.subject_id = ${record.id}`,
        );
        await changeAll(
          context,
          tx,
          lists,
          rows.map((row) => ({ row, values: { brand_id: record.brand_id } })),
        );
      }
      const has = async () =>
        checked.includes(record.status) || (earlier.includes(record.status) && (await hasChecklists(tx, record.id)));
      if (['format', 'brand_id', 'template_id'].some(other) && (await has()))
        await swapChecklists(context, tx, before, record);
    }
    if (operation !== 'transition') return;
    if (record.status === 'cancelled') {
      await release(context, tx, record.id, record.reason);
      await stopReminders(context, tx, record.id);
      await dropOpen(context, tx, record.id);
      return;
    }
    await holdAll(context, tx, record.id, record.status);
    if (record.status !== 'confirmed') return;
    await makeChecklists(context, tx, record);
    await countAnew(context, tx, record.id);
  },
  /** What lies in the trash keeps nobody from anything; options do not either. */
  removed: async ({ context, tx, records }) => {
    const reason = context.locale === 'en' ? 'The training was deleted.' : 'Das Training wurde gelöscht.';
    for (const { id } of records) await release(context, tx, id, reason, ['confirmed']);
  },
  dates: ({ access }, on, id) =>
    on.query(
      sql`SELECT t.starts_at AS from, t.ends_at AS to FROM training_sessions t WHERE t.training_id = ${id} AND ${access.rows(access.model.get('training_sessions'), 'read', 't')} ORDER BY t.starts_at, t.id`,
    ),
  place: venueOf,
  sheets: trainingSheets,
  guards: { offer: offered, confirm: confirmed, plan: planned, deliver: delivered, invoice: invoiced },
  actions: {
    issue_certificates: issueCertificates,
    ask_feedback: askFeedback,
    write_mails: writeMails,
    follow_up: followUp,
    answer_request: answerRequest,
    ask_trainers: askTrainers,
    stop_asking: stopAsking,
    place_sessions: async ({ context, tx, record, input, once }) => {
      const [training] = await tx.query<Row>(sql`SELECT * FROM trainings WHERE id = ${record.id}`);
      once.placed = await placeSessions(context, tx, training!, {
        from: (input.from ?? null) as string | null,
        replace: input.replace === true,
      });
      return undefined;
    },
  },
} satisfies Behaviour;
