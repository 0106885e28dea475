import type { Resource } from '@kontor/shared';
import { columns, type Look, section } from './text.ts';

/** The addresses of a resource with what they do; those that would only answer 405 are left out. */
export function endpointsOf(resource: Resource): [method: string, path: string, what: string][] {
  if (resource.server_only) return [];
  const base = `/api/v1/${resource.name}`;
  const writable = !resource.internal && !resource.append_only && !resource.owned;
  const steps = [...Object.keys(resource.workflow?.transitions ?? {}), ...Object.keys(resource.actions ?? {})];
  const when = <T>(condition: boolean | undefined, ...entries: T[]) => (condition ? entries : []);
  return [
    ['GET', base, 'list: sort, range, filter, embed'],
    ['GET', `${base}/{id}`, 'one record with its lines'],
    ['GET', `${base}/{id}/history`, 'who changed what, newest first'],
    ['GET', `${base}/aggregate`, 'count, sum, avg, min, max by groups'],
    ['GET', `${base}/export`, 'CSV or XLSX, streamed'],
    ...when<[string, string, string]>(
      writable,
      ['POST', base, 'create'],
      ['PUT PATCH', `${base}/{id}`, 'change, with the version one has seen'],
      ['PUT', `${base}?filter=…`, 'change many in one transaction'],
    ),
    ...when<[string, string, string]>(
      writable && !resource.permanent,
      [
        'DELETE',
        `${base}/{id}`,
        resource.trash ? 'into the trash; ?purge=true from there for good' : 'delete for good',
      ],
      ['DELETE', `${base}?filter=…`, 'delete many in one transaction'],
    ),
    ...when<[string, string, string]>(
      writable && resource.trash,
      ['POST', `${base}/{id}/restore`, 'out of the trash'],
      ['POST', `${base}/restore?filter=…`, 'many out of the trash'],
    ),
    ...when<[string, string, string]>(
      writable,
      ['POST', `${base}/import/preview`, 'columns of a file and what they may mean'],
      ['POST', `${base}/import`, 'create and change by a file, or try it with ?dry_run=true'],
    ),
    ...when<[string, string, string]>(Boolean(resource.duplicates?.length), [
      'POST',
      `${base}/duplicates`,
      `likely duplicates by ${resource.duplicates?.join(', ')}`,
    ]),
    ...when<[string, string, string]>(Boolean(resource.completes), [
      'POST',
      `${base}/completed`,
      `what a new one takes over from ${resource.completes?.like}`,
    ]),
    ...when<[string, string, string]>(steps.length > 0, ['POST', `${base}/{id}/actions/{action}`, steps.join(', ')]),
  ];
}

/** What the API offers for a resource. */
export function explainEndpoints(resource: Resource, look: Look): string[] {
  const endpoints = endpointsOf(resource);
  return section('Endpoints', endpoints.length ? columns(endpoints, look) : ['  none'], look);
}
