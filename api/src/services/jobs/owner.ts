import { PublicError } from '@kontor/shared';
import { Access } from '../../engine/access.ts';
import type { Context, Engine } from '../../engine/context.ts';
import { findUser } from '../users.ts';

/** The context of a job: its owner with the rights of this moment. Throws when they may not come in any more. */
export async function contextOfJob(
  engine: Engine,
  job: { readonly id: string; readonly kind: string; readonly owner: string },
): Promise<Context> {
  const user = await findUser(engine.db, { id: job.owner });
  if (!user) throw new PublicError('forbidden');
  return {
    engine,
    access: new Access(engine.model, user),
    locale: user.language,
    requestId: job.id,
    source: { origin: 'job', job: `${job.kind} ${job.id}` },
  };
}
