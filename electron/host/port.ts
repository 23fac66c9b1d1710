import { CareError } from '../../db/contract/errors.ts';
import { type Caller, type DeskProof, newCallContext } from './callContext.ts';
import { type DeskPort, listenOn } from './deskPort.ts';
import type { HostServices } from './hostEntries.ts';
import type { Log } from './log.ts';
import { checkPlain } from './plainJson.ts';
import { type DownloadAsk, sendOverPort } from './portDownload.ts';
import { receiveOverPort, type UploadAsk } from './portUpload.ts';
import type { Handlers } from './rpcHandlers.ts';
import { newTraceId } from './traceId.ts';
import type { Uploads } from './uploads.ts';

export interface PortOptions {
  readonly services: HostServices;
  readonly handlers: Handlers;
  readonly uploads: Uploads;
  readonly log: Log;
}

/** Where a session outlives its port: with whoever handed the port over, never with a page. */
export interface SessionMemory {
  readonly token: string | null;
  remember(token: string | null): void;
}

/** as over HTTP; characters, which is more than enough and costs no counting */
const mostMessage = 1024 * 1024;

/**
 * Serves a desk at the other end of a port: the same router as over HTTP. The port logs in like a browser, only that its
 * token stays here, where no page can read it. With a port of its own, `{upload: {bytes}}` sends a file and
 * `{download: {path}}` fetches one.
 */
export const servePort = (
  port: DeskPort,
  { services, handlers, uploads, log }: PortOptions,
  memory?: SessionMemory,
): void => {
  const proof = portProof(memory);
  const receivers = new Set<(event: { data: unknown }) => unknown>();
  const closers = new Set<() => void>();

  // oRPC gets a port that carries sound messages only: what it cannot read it would throw out of the listener
  handlers.port.upgrade(
    {
      postMessage: (message: unknown) => port.postMessage(message),
      addEventListener: (type: string, listener: (event: { data: unknown }) => unknown) => {
        if (type === 'message') receivers.add(listener);
        else if (type === 'close') closers.add(() => listener({ data: undefined }));
      },
    } as never,
    // a getter, because every call gets a context of its own
    {
      get context() {
        return newCallContext(proof, newTraceId());
      },
    },
  );

  listenOn(port, 'message', ({ data, ports }) => {
    const upload = uploadAsk(data);
    const [own] = ports;
    if (upload && own) {
      void receiveOverPort(own, upload, uploads, () => callerOf(services, proof), log);
      return;
    }
    const download = downloadAsk(data);
    if (download && own) {
      void sendOverPort(own, download, services, proof, log);
      return;
    }
    const message = soundMessage(data);
    if (!message) {
      log.warn('a port sent what is no call', {});
      return;
    }
    for (const receive of receivers) {
      Promise.resolve(receive({ data: message })).catch((error: unknown) =>
        log.error('a call over a port failed', {}, error),
      );
    }
  });
  listenOn(port, 'close', () => {
    for (const close of closers) close();
  });
  port.start?.();
};

const portProof = (memory?: SessionMemory): DeskProof => {
  let token = memory?.token ?? null;
  return {
    desk: 'shell',
    get sessionToken() {
      return token;
    },
    bearerToken: null,
    keep: (given) => {
      token = given;
      memory?.remember(token);
    },
    drop: () => {
      token = null;
      memory?.remember(token);
    },
  };
};

/** @throws CareError UNAUTHENTICATED */
const callerOf = async ({ auth }: HostServices, proof: DeskProof): Promise<Caller> => {
  const caller = await auth.who(proof);
  if (!caller) throw new CareError('UNAUTHENTICATED', { reason: 'not-logged-in' });
  return caller;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const uploadAsk = (data: unknown): UploadAsk | null => {
  if (!isRecord(data) || !isRecord(data['upload'])) return null;
  const { bytes } = data['upload'];
  return { bytes: typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null };
};

const downloadAsk = (data: unknown): DownloadAsk | null => {
  if (!isRecord(data) || !isRecord(data['download'])) return null;
  const { path } = data['download'];
  return typeof path === 'string' ? { path } : null;
};

/**
 * A message as oRPC's peers send it, read here once: `{i: id, t?: type, p?: payload}` where a request's payload names its
 * path. An input that is not plain is left out of it, which fails as VALIDATION and not in the reader.
 */
const soundMessage = (data: unknown): Record<string, unknown> | null => {
  if (typeof data !== 'string' || data.length > mostMessage) return null;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return null;
  }
  if (!isRecord(message)) return null;
  const { i: id, t: type = 1, p: payload } = message;
  if ((typeof id !== 'string' && typeof id !== 'number') || (type !== 1 && type !== 3 && type !== 4)) return null;
  if (type !== 1) return { i: id, t: type, p: isRecord(payload) ? payload : {} };
  if (!isRecord(payload) || typeof payload['u'] !== 'string' || !/^\/[\w/.-]{1,200}$/.test(payload['u'])) return null;
  return { i: id, p: { u: payload['u'], b: plainBody(payload['b']) } };
};

/** Null is no envelope of oRPC's, so the call is answered with VALIDATION. */
const plainBody = (body: unknown): unknown => {
  try {
    checkPlain(body);
    return body === undefined ? {} : body;
  } catch {
    return null;
  }
};
