import { HttpError } from 'ra-core';
import { type DetailedError, Upload } from 'tus-js-client';
import { noConnection, type Problem } from './httpClient.ts';
import { accessToken, apiUrl, refreshSession } from './session.ts';
import type { UploadedFile } from './upload.ts';

/** Bytes that go at a time: what was sent of a part that breaks off is kept as well. */
const part = 8 * 1024 * 1024;
/** Milliseconds between the attempts; each part that arrives begins them anew. About ten minutes without a connection. */
const pauses = [500, 1000, 2000, 5000, 10_000, ...Array.from({ length: 20 }, () => 30_000)];

/** What was refused, as other requests tell it. */
function failure(error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : undefined;
  if (!answer) return new Error(noConnection(), { cause: error });
  let problem: Problem | undefined;
  try {
    problem = JSON.parse(answer.getBody());
  } catch {
    // a proxy in between may answer anything
  }
  return new HttpError(problem?.title ?? noConnection(), answer.getStatus(), problem);
}

/** Sends a large file in parts (tus). It goes on after a lost connection, and with the same file after a reload. */
export function uploadLarge(file: File, onProgress?: (share: number) => void): Promise<UploadedFile> {
  return new Promise((done, fail) => {
    const upload = new Upload(file, {
      endpoint: `${apiUrl}/uploads`,
      chunkSize: part,
      retryDelays: pauses,
      metadata: { filename: file.name },
      removeFingerprintOnSuccess: true,
      onBeforeRequest: (request) => {
        request.setHeader('Authorization', `Bearer ${accessToken()}`);
        request.setHeader('Accept-Language', document.documentElement.lang);
      },
      onAfterResponse: async (_request, answer) => {
        if (answer.getStatus() === 401) await refreshSession();
      },
      // what the server refuses stays refused; the session may have been renewed meanwhile
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 401 || status === 409 || status === 423 || status >= 500;
      },
      onProgress: (sent, total) => onProgress?.(sent / total),
      onError: (error) => fail(failure(error)),
      onSuccess: ({ lastResponse }) => done(JSON.parse(lastResponse.getBody())),
    });
    upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous);
        upload.start();
      })
      .catch(fail);
  });
}
