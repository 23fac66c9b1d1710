import { ORPCError } from '@orpc/client';
import type { HostPort } from './hostPort.ts';
import type { UploadProgress } from './upload.ts';

/** under what the host takes in one piece, and small enough to show progress */
const pieceBytes = 1024 * 1024;

/** What the host says on the upload's port (electron/host/portUpload.ts). */
type FromHost =
  | { readonly type: 'more' }
  | { readonly type: 'done'; readonly uploadId: string }
  | { readonly type: 'failed'; readonly code: string; readonly data: unknown };

/**
 * Sends a file piece by piece over a port of its own, each piece when the host wants it.
 * @throws ORPCError as the host says it; CANCELLED after `signal`; TypeError where the host is lost
 */
export const uploadOverPort = async (
  host: HostPort,
  file: Blob,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
): Promise<string> => {
  const open = await host.open();
  const { port1: own, port2: hosts } = new MessageChannel();
  let ignore = (): void => {};
  try {
    return await new Promise<string>((resolve, reject) => {
      let sent = 0;
      const sendNext = async (): Promise<void> => {
        if (sent >= file.size) return own.postMessage({ type: 'end' });
        const piece = await file.slice(sent, sent + pieceBytes).arrayBuffer();
        if (signal.aborted) return;
        sent += piece.byteLength;
        own.postMessage({ type: 'chunk', data: piece });
        onProgress({ done: sent, total: file.size });
      };
      own.onmessage = ({ data }: MessageEvent<FromHost>) => {
        switch (data.type) {
          case 'more':
            // a file that was changed or removed meanwhile cannot be read
            sendNext().catch((error: unknown) => {
              own.postMessage({ type: 'stop' });
              reject(error);
            });
            return;
          case 'done':
            return resolve(data.uploadId);
          case 'failed':
            return reject(new ORPCError(data.code, { data: data.data }));
        }
      };
      const stop = (): void => {
        own.postMessage({ type: 'stop' });
        reject(new ORPCError('CANCELLED', { status: 499, data: { reason: 'upload-stopped' } }));
      };
      ignore = open.onLost(() => reject(open.lost()));
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      open.port.postMessage({ upload: { bytes: file.size } }, [hosts]);
    });
  } finally {
    ignore();
    own.close();
  }
};
