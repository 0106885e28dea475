import { message, PublicError } from '@kontor/shared';
import type { Behaviour, Hook } from '../../engine/behaviour.ts';
import type { Row, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { cancellationFee } from '../../services/places/cancellation.ts';
import { requireUncertified } from '../../services/places/certified.ts';
import { feedbackPart } from '../../services/places/feedback.ts';
import { moveUp } from '../../services/places/move_up.ts';
import { hasDeclined, offerUntil, tellOffers } from '../../services/places/offer.ts';
import { requireNotThere } from '../../services/places/same_person.ts';
import { freePlaces, lockTraining, offersPlaces, type PlacesOf } from '../../services/places/training.ts';
import { transfer } from '../../services/places/transfer.ts';
import { somebodyWaits, waitingSince } from '../../services/places/waiting.ts';
import { revokeLinks } from '../../services/public_links.ts';

const seated = (status: unknown) => status === 'enrolled' || status === 'offered';

/** A place where one is free and nobody waits for it who is still to be asked; else the end of the waiting list. */
async function takePlace(tx: Hook['tx'], training: PlacesOf, values: Values): Promise<void> {
  const enrolled = freePlaces(training) > 0 && !(training.waiting_count > 0 && (await somebodyWaits(tx, training.id)));
  values.status = enrolled ? 'enrolled' : 'waiting';
  values.waiting_since = enrolled ? null : await waitingSince(tx, training.id);
  values.offer_until = null;
}

async function trainingOf(tx: Hook['tx'], id: unknown): Promise<PlacesOf> {
  const training = await lockTraining(tx, String(id));
  if (!training) throw new PublicError('invalid', { training_id: message('reference') });
  return training;
}

async function enrolInto({ context, tx, resource, values }: Hook): Promise<void> {
  const training = await trainingOf(tx, values.training_id);
  if (training.status === 'cancelled')
    throw new PublicError('invalid', { training_id: message('training_called_off') });
  const contact = String(values.contact_id);
  // others wait meanwhile: asked together
  const [[invoiced]] = await Promise.all([
    tx.prepared<{ customer_id: string | null }>(sql`SELECT customer_id FROM contacts WHERE id = ${contact}`),
    requireNotThere(context, tx, resource, { training: training.id, contact }),
    takePlace(tx, training, values),
  ]);
  values.price ??= training.participant_price;
  values.customer_id ??= invoiced?.customer_id ?? null;
}

/** Another training or another contact in place of the one that was entered: it stands in line like everybody else. */
async function moved({ context, tx, resource, before, values }: Hook & { before: Row }): Promise<void> {
  const training = String(values.training_id ?? before.training_id);
  const contact = String(values.contact_id ?? before.contact_id);
  const elsewhere = training !== before.training_id;
  if (!elsewhere && contact === before.contact_id) return;
  const target = await trainingOf(tx, training);
  await requireUncertified(tx, before.id, elsewhere ? 'training_id' : 'contact_id');
  await requireNotThere(context, tx, resource, { training, contact, self: before.id });
  if (elsewhere && (seated(before.status) || before.status === 'waiting')) await takePlace(tx, target, values);
}

/** What a step means for the place, and whether it can be taken. */
async function step({ context, tx, before, values }: Hook & { before: Row }): Promise<void> {
  const training = await trainingOf(tx, before.training_id);
  const refuse = (key: 'no_place' | 'training_begun' | 'training_called_off') => {
    throw new PublicError('invalid', { root: message(key) });
  };
  const now = new Date().toISOString();
  if (values.status === 'offered') {
    if (!offersPlaces(training)) refuse(training.status === 'cancelled' ? 'training_called_off' : 'training_begun');
    if (freePlaces(training) < 1) refuse('no_place');
    values.offer_until = offerUntil(training);
  } else if (values.status === 'enrolled') {
    if (training.status === 'cancelled') refuse('training_called_off');
    if (before.status === 'cancelled') await takePlace(tx, training, values);
    else {
      if (before.status === 'waiting' && freePlaces(training) < 1) refuse('no_place');
      Object.assign(values, { waiting_since: null, offer_until: null });
    }
    Object.assign(values, { cancelled_at: null, cancellation_fee: null, reason: null });
  } else if (values.status === 'waiting') {
    // the time of the offer stays: who has let one lapse is not offered another by itself
    values.waiting_since = await waitingSince(tx, training.id);
    if (!before.offer_until || before.offer_until > now) values.offer_until = now;
  } else if (values.status === 'cancelled') {
    await requireUncertified(tx, before.id);
    // whoever has no place yet owes nothing; what is said by hand counts, a waiver as well
    if (before.status === 'enrolled')
      values.cancellation_fee ??= await cancellationFee({ context, tx }, training, before);
    Object.assign(values, { cancelled_at: now, waiting_since: null, offer_until: null });
  }
}

/**
 * Places of trainings: whoever changes one waits for the row of the training, so that there are never more than there are
 * places for. What becomes free goes to those who wait, in the same transaction.
 */
export const enrolments = {
  turn: 'training_id',
  before: async (hook) => {
    const { before, operation } = hook;
    if (operation === 'create') await enrolInto(hook);
    else if (before && operation === 'update') await moved({ ...hook, before });
    else if (before && operation === 'transition') await step({ ...hook, before });
  },
  after: async ({ context, tx, before, record }) => {
    if (!before) return;
    const left = record.training_id !== before.training_id;
    // whoever has answered may send it twice, or look again: the page tells them what holds
    const answered = !left && (record.status === 'enrolled' || hasDeclined(record as never));
    if (before.status === 'offered' && (left || record.status !== 'offered') && !answered)
      await revokeLinks(tx, 'seat_offer', record.id);
    if (record.status === 'offered' && before.status !== 'offered')
      await tellOffers(context, tx, await trainingOf(tx, record.training_id), [record]);
    if (seated(before.status) && (left || !seated(record.status))) await moveUp(context, tx, before.training_id);
  },
  actions: { transfer },
  personal: { feedback: feedbackPart },
} satisfies Behaviour;
