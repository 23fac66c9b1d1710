import { Worker } from 'node:worker_threads';
import { CareError } from '../contract/errors.ts';
import type { DeskEvent } from '../contract/events.ts';
import { entries } from './entries.ts';
import type { FromThread, ThreadFailure, ThreadSetup, ToThread } from './threadProtocol.ts';
import type { Actor, CallOptions, OpenOptions, Store } from './types.ts';
import { workerUrl } from './workerUrl.ts';

/** An INTERNAL failure of a store thread with the stack it had there, for the local log only. */
export class StoreThreadError extends Error {
  constructor(stack: string | undefined) {
    super('a store thread failed');
    this.name = 'StoreThreadError';
    if (stack) this.stack = stack;
  }
}

const errorOf = (failure: ThreadFailure): Error =>
  failure.code === 'INTERNAL' ? new StoreThreadError(failure.stack) : new CareError(failure.code, failure.data);

interface Waiting {
  readonly resolve: (done: { output: unknown; topics: readonly string[] }) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallOptions['onProgress'];
}

interface Thread {
  call(
    name: string,
    input: unknown,
    actor: Actor,
    options: CallOptions,
  ): Promise<{ output: unknown; topics: readonly string[] }>;
  readonly busy: () => number;
  close(): Promise<void>;
}

const startThread = (setup: ThreadSetup): Promise<Thread> =>
  new Promise((ready, failed) => {
    const worker = new Worker(workerUrl(import.meta.url, 'storeThread'), { workerData: setup });
    const waiting = new Map<number, Waiting>();
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    let nextId = 1;
    let closed = false;

    const abandon = (error: Error): void => {
      closed = true;
      failed(error);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    const send = (message: ToThread): void => worker.postMessage(message);

    const thread: Thread = {
      busy: () => waiting.size,
      call: (name, input, actor, options) =>
        new Promise((resolve, reject) => {
          if (closed) {
            reject(new CareError('BUSY', { reason: 'store-closed' }));
            return;
          }
          const id = nextId++;
          const cancel = options.signal ? new SharedArrayBuffer(4) : null;
          const giveUp = (): void => {
            if (cancel) Atomics.store(new Int32Array(cancel), 0, 1);
          };
          if (options.signal?.aborted) giveUp();
          options.signal?.addEventListener('abort', giveUp, { once: true });
          const settled = (): void => options.signal?.removeEventListener('abort', giveUp);
          waiting.set(id, {
            resolve: (done) => {
              settled();
              resolve(done);
            },
            reject: (error) => {
              settled();
              reject(error);
            },
            onProgress: options.onProgress,
          });
          send({ type: 'call', id, name, input, actor, cancel, wantsProgress: options.onProgress !== undefined });
        }),
      close: async () => {
        closed = true;
        send({ type: 'close' });
        await exited;
      },
    };

    worker.on('message', (message: FromThread) => {
      switch (message.type) {
        case 'ready':
          ready(thread);
          return;
        case 'failedToOpen':
          abandon(errorOf(message.failure));
          void worker.terminate();
          return;
        case 'progress':
          waiting.get(message.id)?.onProgress?.(message.progress);
          return;
        case 'done':
          waiting.get(message.id)?.resolve(message);
          waiting.delete(message.id);
          return;
        case 'failed':
          waiting.get(message.id)?.reject(errorOf(message.failure));
          waiting.delete(message.id);
          return;
      }
    });
    worker.on('error', abandon);
    worker.on('exit', () => abandon(new CareError('BUSY', { reason: 'store-closed' })));
  });

/**
 * The store of a running desk: one writer thread, some reader threads, so SQL never holds up the host and a report never
 * delays a search. Queries go to the reader with the least to do.
 */
export const openThreadedStore = async (dataDir: string, options: OpenOptions = {}): Promise<Store> => {
  const create = options.create ?? true;
  const writer = await startThread({ role: 'writer', dataDir, create });
  const readers = await Promise.all(
    Array.from({ length: options.readers ?? 2 }, () => startThread({ role: 'reader', dataDir, create: false })),
  );
  const listeners = new Set<(event: DeskEvent) => void>();
  const idlest = (): Thread =>
    readers.reduce((best, reader) => (reader.busy() < best.busy() ? reader : best), readers[0] ?? writer);

  return {
    dataDir,
    call: async (name, input, actor, call = {}) => {
      const entry = entries.get(name);
      if (!entry) throw new CareError('NOT_FOUND', { reason: 'no-such-entry' });
      const thread = entry.meta.kind === 'query' ? idlest() : writer;
      const { output, topics } = await thread.call(name, input, actor, call);
      if (topics.length > 0) for (const listener of listeners) listener({ type: 'changed', topics: [...topics] });
      return output;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await Promise.all(readers.map((reader) => reader.close()));
      await writer.close();
    },
  };
};
