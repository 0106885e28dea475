import { HttpError } from 'ra-core';
import { brandInWork } from './brand.ts';
import { askForProof } from './proof.ts';
import { accessToken, refreshSession } from './session.ts';

/** An error answer of the API (application/problem+json). */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors?: Record<string, unknown>;
  readonly [extra: string]: unknown;
}

export interface HttpAnswer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly json: T;
  /** A document, where the answer is one. */
  readonly blob?: Blob;
}

const unreachable = {
  de: 'Der Server ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  en: 'The server can not be reached right now. Please try again in a moment.',
};

/** The message when the server can not be reached: ready to read, because dialogs show messages as they come. */
export const noConnection = (): string => unreachable[document.documentElement.lang === 'en' ? 'en' : 'de'];

async function send(url: string, options: RequestInit): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json');
  headers.set('Accept-Language', document.documentElement.lang);
  if (typeof options.body === 'string' && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  const brand = brandInWork();
  if (brand && !headers.has('X-Brand')) headers.set('X-Brand', brand);
  const token = accessToken();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  try {
    return await fetch(url, { credentials: 'same-origin', ...options, headers });
  } catch (error) {
    // The browser's own words are English and technical; a request that was given up stays what it is.
    throw error instanceof TypeError ? new Error(noConnection(), { cause: error }) : error;
  }
}

interface Exchanged {
  readonly response: Response;
  readonly body: string;
  readonly json: any;
  readonly blob?: Blob;
}

/** Sends with one silent refresh after a 401; what was sent before somebody signed in says nothing about their session. */
async function exchange(url: string, options: RequestInit): Promise<Exchanged> {
  const token = accessToken();
  let response = await send(url, options);
  const renewed = () => accessToken() !== undefined && accessToken() !== token;
  if (response.status === 401 && (renewed() || (await refreshSession()))) response = await send(url, options);
  if (response.headers.get('Content-Type')?.startsWith('application/pdf'))
    return { response, body: '', json: undefined, blob: await response.blob() };
  const body = await response.text();
  return { response, body, json: parse(body) };
}

/**
 * The one way to the API: bearer token, language of the user, a proof of identity where the server asks for one, and
 * problems as the HttpError that react-admin understands (its `body.errors` become messages at the inputs).
 */
export async function httpClient<T = any>(url: string, options: RequestInit = {}): Promise<HttpAnswer<T>> {
  let { response, body, json, blob } = await exchange(url, options);
  if (json?.code === 'step_up_required' && (await askForProof()))
    ({ response, body, json, blob } = await exchange(url, options));
  // the session then says what it lacks, and the gate asks for it
  if (json?.code === 'second_factor_required') void refreshSession().catch(() => undefined);
  if (!response.ok) throw new HttpError(messageOf(json, response), response.status, json);
  return { status: response.status, headers: response.headers, body, json, ...(blob ? { blob } : {}) };
}

function parse(body: string): any {
  try {
    return body ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** What a person can read; a proxy in between may answer anything. */
const messageOf = (json: Partial<Problem> | undefined, response: Response): string =>
  json?.title ?? (response.status >= 500 ? noConnection() : 'ra.notification.http_error');

/** The problem behind an error, if the API has answered one. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof HttpError && error.body && typeof error.body === 'object' && 'code' in error.body
    ? (error.body as Problem)
    : undefined;
