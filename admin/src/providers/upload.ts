import { HttpError } from 'ra-core';
import { accessToken, apiUrl, refreshSession } from './session.ts';

/** A record of `files`. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
}

/** Files from this size on are sent in parts, so that a broken connection does not begin them anew. */
const large = 8 * 1024 * 1024;

/** Sends a file with progress, which `fetch` can not tell; one silent refresh after a 401 as everywhere. */
export async function uploadFile(file: File, onProgress?: (share: number) => void): Promise<UploadedFile> {
  if (file.size > large) return (await import('./uploadLarge.ts')).uploadLarge(file, onProgress);
  try {
    return await send(file, onProgress);
  } catch (error) {
    if (error instanceof HttpError && error.status === 401 && (await refreshSession())) return send(file, onProgress);
    throw error;
  }
}

function send(file: File, onProgress?: (share: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${apiUrl}/files`);
    request.responseType = 'json';
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.setRequestHeader('Authorization', `Bearer ${accessToken()}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve(request.response);
      else
        reject(
          new HttpError(request.response?.title ?? 'ra.notification.http_error', request.status, request.response),
        );
    };
    request.onerror = () => reject(new Error('ra.notification.offline'));
    request.send(file);
  });
}
