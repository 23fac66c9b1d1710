import { ORPCError } from '@orpc/client';
import { type HostPort, hostPort } from './hostPort.ts';

/** What the host says on the download's port (electron/host/portDownload.ts). */
type FromHost =
  | { readonly type: 'file'; readonly fileName: string; readonly contentType: string }
  | { readonly type: 'chunk'; readonly data: Uint8Array<ArrayBuffer> }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: string; readonly data: unknown };

/** Where a file is found over HTTP; `path` is what stands below `/api`. In the shell such a link leads nowhere: see `saveFile`. */
export const fileAddress = (path: string): string => `/api${path}`;

/**
 * Fetches a file of the host and hands it to the system's save dialog: `saveFile('/imports/ID/errors.csv')`. In a browser the
 * browser does both.
 * @throws ORPCError as the host says it; TypeError where the host is lost
 */
export const saveFile = async (path: string): Promise<void> => {
  if (!hostPort) return offer(fileAddress(path), '');
  const { fileName, content } = await fetchOverPort(hostPort, path);
  saveBlob(content, fileName);
};

/** The same for a file that was made in the page. */
export const saveBlob = (content: Blob, fileName: string): void => {
  const address = URL.createObjectURL(content);
  offer(address, fileName);
  // the save begins in its own time, and there is no event that it has
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const offer = (address: string, fileName: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
};

export const fetchOverPort = async (
  host: HostPort,
  path: string,
): Promise<{ readonly fileName: string; readonly content: Blob }> => {
  const open = await host.open();
  const { port1: own, port2: hosts } = new MessageChannel();
  let ignore = (): void => {};
  try {
    return await new Promise((resolve, reject) => {
      let file = { fileName: '', contentType: '' };
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      own.onmessage = ({ data }: MessageEvent<FromHost>) => {
        switch (data.type) {
          case 'file':
            file = data;
            return own.postMessage({ type: 'more' });
          case 'chunk':
            pieces.push(data.data);
            return own.postMessage({ type: 'more' });
          case 'done':
            return resolve({ fileName: file.fileName, content: new Blob(pieces, { type: file.contentType }) });
          case 'failed':
            return reject(new ORPCError(data.code, { data: data.data }));
        }
      };
      ignore = open.onLost(() => reject(open.lost()));
      open.port.postMessage({ download: { path } }, [hosts]);
    });
  } finally {
    ignore();
    own.close();
  }
};
