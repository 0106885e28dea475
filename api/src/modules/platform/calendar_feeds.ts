import { randomBytes } from 'node:crypto';
import { PublicError } from '@kontor/shared';
import type { ActionCall, Behaviour } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { updateRows } from '../../engine/statements.ts';
import { feedAddress } from '../../services/calendar/address.ts';
import { readFeed } from '../../services/calendar/events.ts';

/** Hard to guess, and fit for an address. */
const newToken = ({ engine }: Context) => engine.secrets.encrypt(randomBytes(32).toString('base64url'));

/** A feed shows what its owner sees: nobody else is told where. */
function requireOwner({ context, record }: ActionCall): void {
  if (record.created_by !== context.access.actor.id) throw new PublicError('forbidden');
}

/** Feeds have an address from the beginning; what they show is checked when it is saved. */
export const calendarFeeds = {
  before: ({ operation, values, before, context }) => {
    if (operation === 'delete') return;
    const resource = (values.resource ?? before?.resource ?? null) as string | null;
    if (resource !== null) readFeed(context, { resource, filter: values.filter ?? before?.filter });
    if (operation === 'create') values.token = newToken(context);
  },
  actions: {
    address: async (call) => {
      requireOwner(call);
      call.once.address = await feedAddress(call.context.engine, call.tx, call.record.id);
      return undefined;
    },
    /** The address there was ends with it. */
    renew: async (call) => {
      requireOwner(call);
      const { context, tx, record, once } = call;
      const resource = context.engine.model.get('calendar_feeds');
      const [row] = await updateRows(context, tx, resource, [record.id], { token: newToken(context) }, [
        {
          resource,
          id: record.id,
          version: record.version + 1,
          operation: 'update',
          before: { token: true },
          after: { token: true },
        },
      ]);
      Object.assign(record, row);
      once.address = await feedAddress(context.engine, tx, record.id);
      return undefined;
    },
  },
} satisfies Behaviour;
