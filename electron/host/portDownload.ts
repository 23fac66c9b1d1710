import { CareError } from '../../db/contract/errors.ts';
import type { DeskProof } from './callContext.ts';
import { type DeskPort, listenOn } from './deskPort.ts';
import { type Download, openDownload } from './downloads.ts';
import type { HostServices } from './hostEntries.ts';
import type { Log } from './log.ts';
import { newTraceId } from './traceId.ts';
import { type WireError, wireError } from './wireError.ts';

/** `path`: below `/api`, as over HTTP: `/imports/ID/errors.csv` */
export interface DownloadAsk {
  readonly path: string;
}

/** To the desk: what the file is, its pieces, each but the first asked for by `more`, and `done` or `failed`. */
export type PieceToDesk =
  | { readonly type: 'file'; readonly fileName: string; readonly contentType: string }
  | { readonly type: 'chunk'; readonly data: Uint8Array }
  | { readonly type: 'done' }
  | ({ readonly type: 'failed' } & WireError);

const pieceBytes = 512 * 1024;
/** A desk that asks for nothing so long has gone. */
const silenceMs = 30_000;

const piecesOf = async function* (body: Download['body']): AsyncGenerator<Uint8Array, void, void> {
  const parts = typeof body === 'string' ? [new TextEncoder().encode(body)] : body;
  for await (const part of parts) {
    for (let at = 0; at < part.byteLength; at += pieceBytes) {
      // a copy: a view would take all that it looks at along with it
      yield new Uint8Array(part.subarray(at, at + pieceBytes));
    }
  }
};

/** Waits until the desk wants more. @throws CareError CANCELLED where it stops, goes or stays silent */
const wanting = (port: DeskPort): (() => Promise<void>) => {
  let wanted = 0;
  let gone = false;
  let wake: (() => void) | null = null;
  listenOn(port, 'message', ({ data }) => {
    const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
    if (type === 'more') wanted++;
    else gone = true;
    wake?.();
  });
  listenOn(port, 'close', () => {
    gone = true;
    wake?.();
  });
  port.start?.();
  return async () => {
    if (wanted === 0 && !gone) {
      await new Promise<void>((resolve) => {
        const silence = setTimeout(() => {
          gone = true;
          resolve();
        }, silenceMs);
        wake = () => {
          clearTimeout(silence);
          resolve();
        };
      });
      wake = null;
    }
    if (gone) throw new CareError('CANCELLED', { reason: 'cancelled' });
    wanted--;
  };
};

/** Sends one file over a port of its own; always ends with `done` or `failed`, then closes it. */
export const sendOverPort = async (
  port: DeskPort,
  { path }: DownloadAsk,
  services: HostServices,
  proof: DeskProof,
  log: Log,
): Promise<void> => {
  try {
    const wanted = wanting(port);
    const { fileName, contentType, body } = await openDownload(services, proof, path);
    port.postMessage({ type: 'file', fileName, contentType } satisfies PieceToDesk);
    for await (const data of piecesOf(body)) {
      await wanted();
      port.postMessage({ type: 'chunk', data } satisfies PieceToDesk);
    }
    await wanted();
    port.postMessage({ type: 'done' } satisfies PieceToDesk);
  } catch (error) {
    port.postMessage({ type: 'failed', ...wireError(error, true, newTraceId(), log) } satisfies PieceToDesk);
  } finally {
    port.close?.();
  }
};
