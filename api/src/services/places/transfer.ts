import { message, PublicError } from '@kontor/shared';
import type { ActionBehaviour } from '../../engine/behaviour.ts';
import { createIn } from '../../engine/create.ts';
import { writeChanges } from '../../engine/update.ts';
import { requireUncertified } from './certified.ts';
import { moveUp } from './move_up.ts';

const open = ['enrolled', 'offered', 'waiting'];

/**
 * Moves somebody to another training: a new enrolment there, and this one says where it went. Both trainings are held (in the
 * order of their ids), and nobody gives up a place for the end of a waiting list. What becomes free here goes on.
 */
export const transfer: ActionBehaviour = async ({ context, tx, record, input }) => {
  const resource = context.engine.model.get('enrolments');
  if (!open.includes(record.status))
    throw new PublicError('transition_refused', undefined, { status_field: 'status', state: record.status });
  const target = String(input.training_id);
  const refuse = (text: string): never => {
    throw new PublicError('invalid', { training_id: text });
  };
  if (target === record.training_id) refuse(message('same_training'));
  const readable = context.access.properties(resource);
  await requireUncertified(tx, record.id);
  let made: { id: string; status: string };
  try {
    made = (await createIn(context, tx, resource, {
      training_id: target,
      contact_id: record.contact_id,
      customer_id: record.customer_id,
      remarks: record.remarks,
      ...(readable.has('price') && record.price !== null ? { price: record.price } : {}),
    })) as never;
  } catch (error) {
    const told = error instanceof PublicError && (error.fields?.contact_id ?? error.fields?.training_id);
    return typeof told === 'string' ? refuse(told) : Promise.reject(error);
  }
  if (made.status === 'waiting' && record.status !== 'waiting') refuse(message('no_place'));
  const columns = {
    status: 'transferred',
    transferred_to_id: made.id,
    reason: input.reason ?? record.reason ?? null,
    waiting_since: null,
    offer_until: null,
  };
  const [row] = await writeChanges(
    context,
    tx,
    resource,
    record,
    { columns, pairs: {}, lines: {}, errors: {} },
    'transition',
    'action.transfer',
  );
  await moveUp(context, tx, record.training_id);
  Object.assign(record, row);
  return undefined;
};
