import type { RequestHandler, Response } from 'express';
import type { Access } from '../engine/access.ts';
import type { Engine } from '../engine/context.ts';
import { auditEvent, authorOf } from '../services/audit.ts';
import { contextOf } from './records.ts';

/** Ids that an entry names; more are counted. */
const mostIds = 100;

/** Enters a read in the trail; to be awaited before its answer leaves. */
type Enter = (answer?: unknown) => Promise<void>;

/**
 * Who must be seen reading: each of their reading requests has an entry, with what was asked, how much was found, and the
 * ids. It is there before the answer leaves (`answer.ts` waits for it; what sends streams calls `enterRead`).
 */
export function accessLog(engine: Engine): RequestHandler {
  return (request, response, next) => {
    const access = response.locals.access as Access;
    if (access.actor.logs_access && (request.method === 'GET' || request.method === 'HEAD')) {
      const enter: Enter = async (answer) => {
        const { ticket: _ticket, ...query } = request.query;
        const resource = response.locals.resource?.name as string | undefined;
        const id = request.params.id as string | undefined;
        await auditEvent(engine.db, authorOf(contextOf(engine, request, response)), {
          operation: 'read',
          ...(resource ? { resource } : {}),
          ...(id && id.length <= 36 ? { id } : {}),
          details: { path: request.path, ...(Object.keys(query).length ? { query } : {}), ...found(answer) },
        });
      };
      response.locals.enterRead = enter;
    }
    next();
  };
}

function found(answer: unknown): Record<string, unknown> {
  if (!Array.isArray(answer)) return {};
  const ids = answer.flatMap((row) => (typeof row?.id === 'string' ? [row.id as string] : []));
  return { count: answer.length, ...(ids.length ? { ids: ids.slice(0, mostIds) } : {}) };
}

/** Enters the read of a request whose user must be seen reading; undefined for all others. */
export const enterRead = (response: Response, answer?: unknown): Promise<void> | undefined =>
  (response.locals.enterRead as Enter | undefined)?.(answer);
