import { HttpError } from 'ra-core';
import { httpClient } from '../../providers/httpClient.ts';
import { accessToken, apiUrl } from '../../providers/session.ts';
import type { faults } from './auditWords.ts';

export interface Progress {
  readonly checked: number;
  readonly total: number;
}

export interface Result {
  readonly ok: boolean;
  readonly checked: number;
  readonly erased: number;
  readonly waiting: number;
  readonly heads: number;
  readonly head: { readonly position: number; readonly chain: string } | null;
  readonly first: {
    readonly fault: keyof typeof faults;
    readonly position: number | null;
    readonly entry_id: string | null;
  } | null;
  readonly broken: number;
}

/** Runs the verification and tells how far it is. The answer is a line of JSON now and then; the last one is the result. */
export async function verifyAudit(tell: (progress: Progress) => void, signal: AbortSignal): Promise<Result> {
  await httpClient(`${apiUrl}/audit/status`, { signal }); // renews the token where it must be, and tells problems as usual
  const response = await fetch(`${apiUrl}/audit/verification`, {
    headers: { Authorization: `Bearer ${accessToken()}` },
    signal,
  });
  if (!response.ok || !response.body) throw new HttpError(response.statusText, response.status);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const said = JSON.parse(line) as Progress | { result: Result };
      if ('result' in said) return said.result;
      tell(said);
    }
    if (done) throw new HttpError('', 502);
  }
}

/** Downloads the sealed trail, which verifies without Kontor. A browser sends no token along, so it takes a ticket. */
export async function downloadTrail(): Promise<void> {
  const body = JSON.stringify({ path: `${apiUrl}/audit/export` });
  const { json } = await httpClient<{ url: string }>(`${apiUrl}/tickets`, { method: 'POST', body });
  window.location.assign(json.url);
}
