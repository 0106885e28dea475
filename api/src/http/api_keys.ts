import { PublicError } from '@kontor/shared';
import type { RequestHandler } from 'express';
import type { Database } from '../db/pool.ts';
import type { Access } from '../engine/access.ts';
import type { UsageCounter } from '../services/api_key_usages.ts';
import { findKey, type KnownKey } from '../services/api_keys.ts';

/** For so many milliseconds is remembered what a key may do, where no announcement says otherwise. */
const memory = 4000;
const bearer = /^Bearer (kontor_\S{1,100})$/i;

/** What a user may do now, narrowed by a key; undefined when the user may not come in any more. */
export type AccessByKey = (key: KnownKey) => Promise<Access | undefined>;

/**
 * Signs machines in by `Authorization: Bearer kontor_…`; everything else goes on to `otherwise`. A request by a key has no
 * session, so what belongs to one (devices, tickets) is closed to it.
 */
export function byKey(
  db: Database,
  usages: UsageCounter,
  accessOf: AccessByKey,
  otherwise: RequestHandler,
): { readonly authenticated: RequestHandler; forget(): void } {
  /** Counts the announcements of changed rights: what was read before one is not remembered after it. */
  let generation = 0;
  const known = new Map<string, { key: KnownKey; access: Access; until: number }>();

  async function lookUp(sent: string): Promise<{ key: KnownKey; access: Access }> {
    const remembered = known.get(sent);
    if (remembered && remembered.until > Date.now() && remembered.key.expiresAt > Date.now()) return remembered;
    known.delete(sent);
    const now = generation;
    const key = await findKey(db, sent);
    const access = key && (await accessOf(key));
    if (!key || !access) throw new PublicError('unauthenticated');
    if (known.size > 5000) known.clear();
    const found = { key, access, until: Date.now() + memory };
    if (now === generation) known.set(sent, found);
    return found;
  }

  const authenticated: RequestHandler = (request, response, next) => {
    const sent = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (!sent) {
      otherwise(request, response, next);
      return;
    }
    lookUp(sent)
      .then(({ key, access }) => {
        if (!key.permits(request.ip ?? '')) throw new PublicError('address_not_permitted');
        usages.count(key.id);
        response.locals.access = access;
        next();
      })
      .catch(next);
  };
  return {
    authenticated,
    forget: () => {
      generation += 1;
      known.clear();
    },
  };
}
