import { once } from 'node:events';
import { inZone, PublicError } from '@kontor/shared';
import type { Request, Response, Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { auditEvent, authorOf } from '../services/audit.ts';
import { exportTrail } from '../services/audit_export.ts';
import { readHeads } from '../services/audit_heads.ts';
import { headOf, waitingEntries } from '../services/audit_seals.ts';
import { verifyTrail } from '../services/audit_verify.ts';
import { atMost } from '../services/waiting.ts';
import { enterRead } from './access_log.ts';
import { answer } from './answer.ts';
import { disposition } from './disposition.ts';
import { contextOf } from './records.ts';

/** Heads that are shown, the newest. */
const shownHeads = 30;

/** Both read the whole trail: one at a time, so that the others can go on working. */
const reading = atMost(1);

const moment = (request: Request, name: string): string | undefined => {
  const text = request.query[name];
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new PublicError('malformed_query', { [name]: 'kontor:date' });
  return new Date(text).toISOString();
};

/** Writes and waits until the receiver has room again; false when it has gone. */
async function written(response: Response, text: string): Promise<boolean> {
  if (response.destroyed) return false;
  if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  return !response.destroyed;
}

/** The state of the trail's seals, its verification and its export. Only for those who may read all of it. */
export function auditRoutes(router: Router, engine: Engine, home: string): void {
  const trail = engine.model.get('audit_entries');
  const requireTrail = (request: Request, response: Response, operation: 'read' | 'export') => {
    const context = contextOf(engine, request, response);
    response.locals.resource = trail;
    if (!context.access.unlimited(trail, 'read') || !context.access.unlimited(trail, operation))
      throw new PublicError('forbidden');
    return context;
  };

  router.get('/audit/status', async (request, response) => {
    requireTrail(request, response, 'read');
    const [head, waiting] = await Promise.all([headOf(engine.db), waitingEntries(engine.db)]);
    answer(response, { head: head ?? null, waiting, heads: readHeads(home).slice(-shownHeads).reverse() });
  });

  /** Lines of JSON: how far it is, now and then, and the result in the last one. */
  router.get('/audit/verification', async (request, response) => {
    requireTrail(request, response, 'read');
    await enterRead(response);
    response.set({ 'Content-Type': 'application/x-ndjson; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    await reading(async () => {
      if (response.destroyed) return;
      const result = await verifyTrail(engine.db, trail, readHeads(home), (progress) => {
        if (response.destroyed) throw new Error('nobody waits for the verification any more');
        response.write(`${JSON.stringify(progress)}\n`);
      });
      response.end(`${JSON.stringify({ result })}\n`);
    }).catch((error: Error) => {
      if (!response.destroyed) throw error;
    });
  });

  router.get('/audit/export', async (request, response) => {
    const context = requireTrail(request, response, 'export');
    const period = { from: moment(request, 'from'), until: moment(request, 'until') };
    await auditEvent(engine.db, authorOf(context), { operation: 'export', resource: trail.name, details: period });
    const name = `audit ${inZone(new Date(), engine.timeZone).date}.jsonl`;
    response.set({
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': disposition('attachment', name),
    });
    await reading(async () => {
      const known = Object.fromEntries(Object.entries(period).filter(([, at]) => at !== undefined));
      for await (const text of exportTrail(engine.db, trail, readHeads(home), known))
        if (!(await written(response, text))) return;
      response.end();
    });
  });
}
