import { ORPCError } from '@orpc/client';
import type { UploadProgress } from './upload.ts';

/** An answer of the host that refused the file, as the failure that any other call would throw. */
const failureOf = (status: number, text: string): Error => {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
      return new ORPCError(body.code, { status: Math.max(400, status), data: 'data' in body ? body.data : undefined });
    }
  } catch {
    // no JSON: the host never answered, or something stood between
  }
  return new TypeError('network');
};

/**
 * Sends a file as it is (`POST /api/files`) and gives its id. `XMLHttpRequest`, for `fetch` tells nothing while it sends.
 * @throws ORPCError as the host says it; CANCELLED after `signal`; TypeError where the host cannot be reached
 */
export const uploadOverHttp = (
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress({ done: loaded, total });
    request.onload = () => {
      if (request.status >= 400) return reject(failureOf(request.status, request.responseText));
      const answer: unknown = JSON.parse(request.responseText);
      const id = typeof answer === 'object' && answer !== null && 'uploadId' in answer ? answer.uploadId : undefined;
      return typeof id === 'string' ? resolve(id) : reject(new TypeError('network'));
    };
    request.onerror = () => reject(new TypeError('network'));
    request.onabort = () => reject(new ORPCError('CANCELLED', { status: 499, data: { reason: 'upload-stopped' } }));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
