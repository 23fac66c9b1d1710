import { CareError } from '../../db/contract/errors.ts';
import type { Caller } from './callContext.ts';
import { type DeskPort, listenOn } from './deskPort.ts';
import type { Log } from './log.ts';
import { newTraceId } from './traceId.ts';
import { checkSize, type Uploads } from './uploads.ts';
import { type WireError, wireError } from './wireError.ts';

/** `bytes`: what the desk says the file has, null where it does not say */
export interface UploadAsk {
  readonly bytes: number | null;
}

/** From the desk: the file piece by piece, each after the `more` that asks for it. */
type FromDesk =
  | { readonly type: 'chunk'; readonly data: ArrayBuffer | Uint8Array }
  | { readonly type: 'end' }
  | { readonly type: 'stop' };
/** To the desk: `more` asks for the next piece, `done` and `failed` end it. */
export type ToDesk =
  | { readonly type: 'more' }
  | { readonly type: 'done'; readonly uploadId: string; readonly bytes: number }
  | ({ readonly type: 'failed' } & WireError);

/** A piece of more than this is refused: pieces are held in memory. */
const mostPiece = 4 * 1024 * 1024;
/** A desk that sends nothing for so long has gone. */
const silenceMs = 30_000;

const pieceOf = (data: unknown): FromDesk => {
  const message = data as Partial<FromDesk> | null | undefined;
  if (typeof message === 'object' && message !== null) {
    if (message.type === 'end' || message.type === 'stop') return { type: message.type };
    if (message.type === 'chunk' && (message.data instanceof ArrayBuffer || message.data instanceof Uint8Array)) {
      if (message.data.byteLength <= mostPiece) return { type: 'chunk', data: message.data };
      throw new CareError('TOO_LARGE', { reason: 'piece-too-large' });
    }
  }
  throw new CareError('VALIDATION', { reason: 'input-malformed' });
};

/** The pieces as they are asked for: the next is asked for when the one before is written. */
const pieces = async function* (port: DeskPort): AsyncGenerator<Uint8Array, void, void> {
  let take: ((data: unknown) => void) | null = null;
  let gone: ((error: unknown) => void) | null = null;
  const stopped = (): CareError => new CareError('CANCELLED', { reason: 'upload-stopped' });
  let closed = false;
  listenOn(port, 'message', ({ data }) => take?.(data));
  listenOn(port, 'close', () => {
    closed = true;
    gone?.(stopped());
  });
  port.start?.();
  for (;;) {
    if (closed) throw stopped();
    const data = await new Promise<unknown>((resolve, reject) => {
      const silence = setTimeout(() => reject(stopped()), silenceMs);
      take = (given) => {
        clearTimeout(silence);
        resolve(given);
      };
      gone = (error) => {
        clearTimeout(silence);
        reject(error);
      };
      port.postMessage({ type: 'more' } satisfies ToDesk);
    });
    take = null;
    const piece = pieceOf(data);
    if (piece.type === 'end') return;
    if (piece.type === 'stop') throw stopped();
    yield piece.data instanceof Uint8Array ? piece.data : new Uint8Array(piece.data);
  }
};

/** Receives one file over a port of its own; always answers `done` or `failed`, then closes it. */
export const receiveOverPort = async (
  port: DeskPort,
  { bytes }: UploadAsk,
  uploads: Uploads,
  who: () => Promise<Caller>,
  log: Log,
): Promise<void> => {
  try {
    const { actor } = await who();
    checkSize(bytes ?? 0);
    const upload = await uploads.receive(pieces(port), actor.id);
    port.postMessage({ type: 'done', ...upload } satisfies ToDesk);
  } catch (error) {
    port.postMessage({ type: 'failed', ...wireError(error, true, newTraceId(), log) } satisfies ToDesk);
  } finally {
    port.close?.();
  }
};
