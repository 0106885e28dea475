import { PublicError } from '@kontor/shared';
import type { Response, Router } from 'express';
import type { Context, Engine, Values } from '../engine/context.ts';
import { dryRun } from '../engine/dry_run.ts';
import { prepareExport } from '../engine/export.ts';
import { requireId } from '../engine/get.ts';
import { sql } from '../query/sql.ts';
import { enqueue } from '../services/jobs/enqueue.ts';
import type { JobFiles } from '../services/jobs/files.ts';
import { answer } from './answer.ts';
import { jsonBodies } from './bodies.ts';
import { disposition } from './disposition.ts';
import { contextOf, forResource } from './records.ts';
import { sendContent } from './send_content.ts';

const waiting = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  id,
  name,
  state: 'queued',
  progress: 0,
});

/** Answers with the job that was asked for. */
export function accepted(response: Response, job: { readonly id: string; readonly name: string }): void {
  response.setHeader('Location', `/api/v1/jobs/${job.id}`);
  answer(response, waiting(job), 202);
}

/** Exports in the background, and what they have made. */
export function jobRoutes(router: Router, engine: Engine, files: JobFiles): void {
  router.post(
    '/:resource/export',
    jsonBodies,
    forResource(engine, async (context, resource, request, response) => {
      const { actor } = context.access;
      if (actor.impersonator) throw new PublicError('view_only');
      // a key narrows the rights of its owner, and the job would run without it
      if (actor.api_key) throw new PublicError('forbidden');
      const { format = 'csv', columns, filter, sort } = (request.body ?? {}) as Values;
      if (format !== 'csv' && format !== 'xlsx') throw new PublicError('malformed_query', { format: 'kontor:choice' });
      const { title } = prepareExport(context, resource, { columns, filter, sort });
      const payload = { resource: resource.name, format, columns, filter, sort, brand: context.brand };
      const name = `${title} exportieren`;
      const ask = async (inside: Context) => {
        const order = { kind: 'export', name, payload };
        const id = await inside.engine.db.transaction((tx) => enqueue(inside, tx, order));
        return waiting({ id, name });
      };
      if (request.query.dry_run === 'true') {
        answer(response, await dryRun(context, ask));
        return;
      }
      accepted(response, await ask(context));
    }),
  );

  /** For the owner alone, whoever else sees the job: the file has what the owner may read. */
  router.get('/jobs/:id/result', async (request, response) => {
    const { access } = contextOf(engine, request, response);
    const jobs = engine.model.get('jobs');
    const [job] = await engine.db.query<{
      name: string;
      kind: string;
      type: string;
      place: string;
      size: number;
      payload: Values;
    }>(
      sql`SELECT t.result_name AS name, t.kind, t.result_type AS type, t.result_place AS place, t.result_size AS size, t.payload FROM jobs t WHERE t.id = ${requireId(request.params.id as string)} AND t.state = 'done' AND t.result_place IS NOT NULL AND t.created_by = ${access.actor.id} AND ${access.rows(jobs, 'read', 't')}`,
    );
    const concerned = job && engine.model.resources.get(String(job.payload.resource));
    if (!job || !concerned) throw new PublicError('not_found');
    // what a list holds, or what is wrong with a file, is told to who may still ask for it
    access.require(concerned, job.kind === 'import' ? 'import' : 'export');
    await sendContent(
      request,
      response,
      files.store,
      { sha256: job.place, size: job.size },
      {
        'Content-Type': job.type,
        'Content-Disposition': disposition('attachment', job.name),
        'Cache-Control': 'private, no-store',
      },
    );
  });
}
