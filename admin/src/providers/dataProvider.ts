import { type DataProvider, type Identifier, type RaRecord, useDataProvider as useRaDataProvider } from 'ra-core';
import simpleRestProvider from 'ra-data-simple-rest';
import type {
  AggregateQuery,
  DryRun,
  Duplicate,
  FiledAttachment,
  FiledLetter,
  Filter,
  HistoryEntry,
  ImportOptions,
  ImportPreview,
  ImportResult,
  LetterOptions,
  ListQuery,
  MailOptions,
  MailView,
  ManyAnswer,
  Present,
  RestorePlan,
  SearchHit,
  StepsAhead,
  Stream,
} from './answers.ts';
import { httpClient } from './httpClient.ts';
import { accessToken, apiUrl } from './session.ts';
import { type UploadedFile, uploadFile } from './upload.ts';

export type * from './answers.ts';

const query = (parameters: Record<string, unknown>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const text = search.toString();
  return text && `?${text}`;
};
const at = (resource: string, id: Identifier) => `${apiUrl}/${resource}/${encodeURIComponent(id)}`;
const json = (method: string, body?: unknown): RequestInit =>
  body === undefined ? { method } : { method, body: JSON.stringify(body) };
const client = httpClient as Parameters<typeof simpleRestProvider>[1];
const rest = simpleRestProvider(apiUrl, client);

/**
 * The records of the API for react-admin: `ra-data-simple-rest` unchanged, with the version that was seen on a change,
 * embedded titles, and changes of many records as one request in one transaction. Beyond it, what the API can do more.
 */
export const dataProvider = {
  ...rest,

  supportAbortSignal: true,

  /** Sends the version of the record that was read, so that nobody's change is overwritten unseen. */
  update: async (resource: string, params: any) => {
    const version = params.data?.version ?? params.previousData?.version;
    const url = `${at(resource, params.id)}${query({ embed: params.meta?.embed })}`;
    return { data: (await httpClient(url, json('PUT', { ...params.data, version }))).json };
  },

  create: async (resource: string, params: any) => ({
    data: (await httpClient(`${apiUrl}/${resource}${query({ embed: params.meta?.embed })}`, json('POST', params.data)))
      .json,
  }),

  updateMany: async (resource: string, params: any) => ({
    data: (
      await httpClient<ManyAnswer>(
        `${apiUrl}/${resource}${query({ filter: { id: params.ids } })}`,
        json('PUT', params.data),
      )
    ).json.ids,
  }),

  deleteMany: async (resource: string, params: any) => ({
    data: (
      await httpClient<ManyAnswer>(`${apiUrl}/${resource}${query({ filter: { id: params.ids } })}`, json('DELETE'))
    ).json.ids,
  }),

  /** Changes everything that a filter finds, in one transaction. */
  updateWhere: async (resource: string, filter: Filter, data: Record<string, unknown>): Promise<ManyAnswer> =>
    (await httpClient(`${apiUrl}/${resource}${query({ filter })}`, json('PUT', data))).json,

  /** What changing everything that a filter finds would do. */
  tryUpdateWhere: async (resource: string, filter: Filter, data: Record<string, unknown>): Promise<DryRun> =>
    (await httpClient(`${apiUrl}/${resource}${query({ filter, dry_run: true })}`, json('PUT', data))).json,

  /** Deletes everything that a filter finds, in one transaction. */
  deleteWhere: async (resource: string, filter: Filter): Promise<ManyAnswer> =>
    (await httpClient(`${apiUrl}/${resource}${query({ filter })}`, json('DELETE'))).json,

  /** Runs a transition or an action of a record. */
  act: async (
    resource: string,
    id: Identifier,
    action: string,
    input: Record<string, unknown> = {},
    options: Pick<RequestInit, 'keepalive'> = {},
  ): Promise<RaRecord> =>
    (await httpClient(`${at(resource, id)}/actions/${action}`, { ...json('POST', input), ...options })).json,

  /** What a transition or an action would do; nothing is kept. */
  tryAct: async (
    resource: string,
    id: Identifier,
    action: string,
    input: Record<string, unknown> = {},
  ): Promise<DryRun> =>
    (await httpClient(`${at(resource, id)}/actions/${action}${query({ dry_run: true })}`, json('POST', input))).json,

  /** The steps that lead on from a record, and what is missing for each. */
  stepsAhead: async (resource: string, id: Identifier, signal?: AbortSignal): Promise<StepsAhead> =>
    (await httpClient(`${at(resource, id)}/actions`, signal ? { signal } : {})).json,

  restore: async (resource: string, id: Identifier): Promise<RaRecord> =>
    (await httpClient(`${at(resource, id)}/restore`, json('POST', {}))).json,

  restoreMany: async (resource: string, ids: readonly Identifier[]): Promise<ManyAnswer> =>
    (await httpClient(`${apiUrl}/${resource}/restore${query({ filter: { id: ids } })}`, json('POST', {}))).json,

  /** Deletes a record in the trash for good. */
  purge: async (resource: string, id: Identifier): Promise<RaRecord> =>
    (await httpClient(`${at(resource, id)}?purge=true`, json('DELETE'))).json,

  /** Deletes records in the trash for good: all of them, or none when one is still used. */
  purgeMany: async (resource: string, ids: readonly Identifier[]): Promise<ManyAnswer> =>
    (await httpClient(`${apiUrl}/${resource}${query({ filter: { id: ids }, purge: true })}`, json('DELETE'))).json,

  /** What deleting records in the trash for good would take along. */
  tryPurgeMany: async (resource: string, ids: readonly Identifier[], signal?: AbortSignal): Promise<DryRun> => {
    const url = `${apiUrl}/${resource}${query({ filter: { id: ids }, purge: true, dry_run: true })}`;
    return (await httpClient(url, { ...json('DELETE'), ...withSignal(signal) })).json;
  },

  aggregate: async (
    resource: string,
    { group, measures, filter }: AggregateQuery,
    signal?: AbortSignal,
  ): Promise<Record<string, any>[]> =>
    (await httpClient(`${apiUrl}/${resource}/aggregate${query({ group, measures, filter })}`, withSignal(signal))).json,

  /** A page of what happened to a record, newest first; `before` is the last entry of the page before. */
  history: async (
    resource: string,
    id: Identifier,
    { before, limit }: { before?: HistoryEntry | undefined; limit: number },
    signal?: AbortSignal,
  ): Promise<HistoryEntry[]> => {
    const last = before && `${before.version}.${before.id}`;
    return (await httpClient(`${at(resource, id)}/history${query({ before: last, limit })}`, withSignal(signal))).json;
  },

  /** A page of what happened around a record, newest first; `of` names the kinds that are wanted. */
  stream: async (
    resource: string,
    id: Identifier,
    { of, before, limit }: { of?: readonly string[] | undefined; before?: string | undefined; limit: number },
    signal?: AbortSignal,
  ): Promise<Stream> =>
    (await httpClient(`${at(resource, id)}/stream${query({ of, before, limit })}`, withSignal(signal))).json,

  /** A record as it was in a version. */
  version: async (
    resource: string,
    id: Identifier,
    version: number,
    embed: readonly string[],
    signal?: AbortSignal,
  ): Promise<RaRecord> =>
    (await httpClient(`${at(resource, id)}/versions/${version}${query({ embed })}`, withSignal(signal))).json,

  /** A record as it was at an instant. */
  asOf: async (resource: string, id: Identifier, instant: string): Promise<RaRecord> =>
    (await httpClient(`${at(resource, id)}${query({ as_of: instant })}`)).json,

  /** What putting a version back would change. */
  planRestore: async (
    resource: string,
    id: Identifier,
    version: number,
    signal?: AbortSignal,
  ): Promise<RestorePlan> => {
    const url = `${at(resource, id)}/versions/${version}/restore${query({ dry_run: true })}`;
    return (await httpClient(url, { ...json('POST', { missing: 'leave_out' }), ...withSignal(signal) })).json;
  },

  /** Puts a version back as a new change; `seen` is the version that was looked at. What is gone is left out. */
  restoreVersion: async (resource: string, id: Identifier, version: number, seen: number): Promise<RaRecord> =>
    (
      await httpClient(
        `${at(resource, id)}/versions/${version}/restore`,
        json('POST', { version: seen, missing: 'leave_out' }),
      )
    ).json,

  /** Says that a form of a record is open in this window; answers who else has it open. */
  arrive: async (resource: string, id: Identifier, window: string): Promise<Present[]> =>
    (await httpClient(`${at(resource, id)}/presence`, json('PUT', { window }))).json,

  /** The form is closed. Nobody waits for the answer, the page may be on its way out; so no session is renewed for it. */
  depart: async (resource: string, id: Identifier, window: string): Promise<void> => {
    const token = accessToken();
    if (!token) return;
    const headers = { Authorization: `Bearer ${token}` };
    await fetch(`${at(resource, id)}/presence${query({ window })}`, { method: 'DELETE', keepalive: true, headers });
  },

  /** Likely duplicates of a record that is being typed. */
  duplicates: async (resource: string, record: Record<string, unknown>, signal?: AbortSignal): Promise<Duplicate[]> =>
    (await httpClient(`${apiUrl}/${resource}/duplicates`, { ...json('POST', record), ...withSignal(signal) })).json,

  /** What a new record would take over, by what is typed so far. */
  completed: async (
    resource: string,
    record: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<Record<string, any>> =>
    (await httpClient(`${apiUrl}/${resource}/completed`, { ...json('POST', record), ...withSignal(signal) })).json,

  /** Searches everything that the user may see. */
  search: async (q: string, signal?: AbortSignal): Promise<SearchHit[]> =>
    (await httpClient(`${apiUrl}/search${query({ q })}`, withSignal(signal))).json,

  previewImport: async (resource: string, file: File): Promise<ImportPreview> =>
    (await httpClient(`${apiUrl}/${resource}/import/preview`, asBody(file))).json,

  /** Imports, or checks, a file; much is done by a job, which is the answer then. */
  runImport: async (
    resource: string,
    file: File,
    options: ImportOptions,
  ): Promise<{ result: ImportResult } | { job: { id: string } }> => {
    const { mapping, dryRun, mode, key } = options;
    const url = `${apiUrl}/${resource}/import${query({ mapping, dry_run: dryRun, mode, key })}`;
    const { status, json: answer } = await httpClient(url, asBody(file));
    return status === 202 ? { job: answer } : { result: answer };
  },

  /** A signed address for what the browser fetches itself: images, downloads. `path` starts below `/api/v1`. */
  ticket: async (path: string): Promise<string> =>
    (await httpClient<{ url: string }>(`${apiUrl}/tickets`, json('POST', { path: `${apiUrl}${path}` }))).json.url,

  /** The beginning of a text, at most so many bytes of it. `path` starts below `/api/v1`. */
  text: async (path: string, most: number): Promise<string> =>
    (await httpClient(`${apiUrl}${path}`, { headers: { Range: `bytes=0-${most - 1}` } })).body,

  /** The signed address of an export with the list's filter, order and columns. */
  exportUrl: (resource: string, format: 'csv' | 'xlsx', columns: readonly string[], list: ListQuery): Promise<string> =>
    dataProvider.ticket(`/${resource}/export${query({ format, columns, filter: list.filter, sort: list.sort })}`),

  /** An export that a job writes, answered by that job. */
  exportLater: async (
    resource: string,
    format: 'csv' | 'xlsx',
    columns: readonly string[],
    list: ListQuery,
  ): Promise<{ id: string }> =>
    (await httpClient(`${apiUrl}/${resource}/export`, json('POST', { format, columns, ...list }))).json as {
      id: string;
    },

  /** With the id of a mail also to whom an answer to all goes. */
  mailOptions: async (resource: string, id: Identifier, answers?: string, signal?: AbortSignal): Promise<MailOptions> =>
    (await httpClient(`${at(resource, id)}/mail${answers ? `?answers_id=${answers}` : ''}`, withSignal(signal)))
      .json as MailOptions,

  /** Files attachments of a mail (all unless some are named) as documents of the record that it is about. */
  fileAttachments: async (mail: Identifier, attachments?: readonly string[]): Promise<readonly FiledAttachment[]> =>
    (await httpClient(`${at('email_messages', mail)}/documents`, json('POST', attachments ? { attachments } : {})))
      .json,

  /** Subject and text of a template, filled with the record as far as the user may read it. */
  fillMail: async (
    resource: string,
    id: Identifier,
    template:
      | { template_id: string; brand_id: string | null }
      | { subject: string; body: string; language: string; brand_id: string | null },
  ): Promise<{ subject: string; html: string }> =>
    (await httpClient(`${at(resource, id)}/mail/fill`, json('POST', template))).json as {
      subject: string;
      html: string;
    },

  previewMail: async (resource: string, id: Identifier, letter: Record<string, unknown>): Promise<MailView> =>
    (await httpClient(`${at(resource, id)}/mail/preview`, json('POST', letter))).json as MailView,

  /** Puts a mail into the outbox; answers one message for each recipient. */
  sendMail: async (
    resource: string,
    id: Identifier,
    letter: Record<string, unknown>,
  ): Promise<{ id: string; to: string }[]> =>
    (await httpClient(`${at(resource, id)}/mail`, json('POST', letter))).json as { id: string; to: string }[],

  letterOptions: async (resource: string, id: Identifier, signal?: AbortSignal): Promise<LetterOptions> =>
    (await httpClient(`${at(resource, id)}/letter`, withSignal(signal))).json as LetterOptions,

  /** Subject and text of a template, filled with the record; tables and signatures stay tags. */
  fillLetter: async (
    resource: string,
    id: Identifier,
    template: { template_id: string; brand_id: string | null },
  ): Promise<{ subject: string; html: string }> =>
    (await httpClient(`${at(resource, id)}/letter/fill`, json('POST', template))).json,

  /** A letter as PDF; nothing is kept. */
  previewLetter: async (resource: string, id: Identifier, letter: Record<string, unknown>): Promise<Blob> =>
    (await httpClient(`${at(resource, id)}/letter/preview`, json('POST', letter))).blob!,

  /** Files a letter with the record; answers the document. */
  fileLetter: async (resource: string, id: Identifier, letter: Record<string, unknown>): Promise<FiledLetter> =>
    (await httpClient(`${at(resource, id)}/letter`, json('POST', letter))).json,

  /** Uploads a file and answers its record in `files`. */
  upload: (file: File, onProgress?: (share: number) => void): Promise<UploadedFile> => uploadFile(file, onProgress),
} satisfies DataProvider;

const withSignal = (signal?: AbortSignal): RequestInit => (signal ? { signal } : {});
const asBody = (file: File): RequestInit => ({
  method: 'POST',
  body: file,
  headers: {
    'Content-Type': file.type || 'application/octet-stream',
    'X-File-Name': encodeURIComponent(file.name),
  },
});

export type KontorDataProvider = typeof dataProvider;

/** The data provider of react-admin with everything that the API can do beyond it. */
export const useKontor = (): KontorDataProvider => useRaDataProvider<KontorDataProvider & DataProvider>();
