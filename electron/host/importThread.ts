import { Worker } from 'node:worker_threads';
import { CareError, type ErrorCode, errorStatus } from '../../db/contract/errors.ts';
import type { ImportReply, ImportRequest } from '../../db/store/importProtocol.ts';
import { importWorkerUrl } from '../../db/store/importWorkerUrl.ts';
import { NativeGate } from '../../db/store/nativeGate.ts';
import type { Progress } from '../../db/store/types.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type ImportAsk = WithoutId<ImportRequest>;
type Answer = Exclude<ImportReply, { type: 'progress' } | { type: 'failed' }>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const failure = (reply: Extract<ImportReply, { type: 'failed' }>): Error => {
  const code: ErrorCode = Object.hasOwn(errorStatus, reply.code) ? (reply.code as ErrorCode) : 'INTERNAL';
  const error = new CareError(code, { reason: reply.reason, ...(reply.values ? { values: reply.values } : {}) });
  if (reply.stack) error.cause = new Error(reply.stack);
  return error;
};

/** A thread that parses, checks and stages, or reads what was staged; its memory is its own and capped. */
export class ImportThread {
  readonly #worker: Worker;
  readonly #gate = new NativeGate();
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended = false;

  /** `memoryMb`: an xlsx of 100,000 rows × 18 columns needs 604 MB, a preview next to nothing */
  constructor(memoryMb: number) {
    this.#worker = new Worker(importWorkerUrl, {
      workerData: this.#gate.shared,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.#worker.on('message', (reply: ImportReply) => this.#take(reply));
    this.#worker.on('error', (error: Error & { code?: string }) => {
      this.#end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new CareError('TOO_LARGE', { reason: 'file-too-large-to-read' })
          : error,
      );
    });
    this.#worker.on('exit', () => this.#end(new CareError('CANCELLED', { reason: 'import-cancelled' })));
    // an idle reader of previews keeps no process alive
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** @throws CareError as the worker says it; CANCELLED where the thread was ended meanwhile */
  ask(request: ImportAsk, onProgress?: (progress: Progress) => void): Promise<Answer> {
    if (this.#ended) return Promise.reject(new CareError('CANCELLED', { reason: 'import-cancelled' }));
    this.#lastId++;
    const id = this.#lastId;
    this.#worker.ref();
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#worker.postMessage({ ...request, id });
    });
  }

  async end(): Promise<void> {
    if (!this.#ended) await this.#gate.end(this.#worker);
  }

  #take(reply: ImportReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if (reply.type === 'progress') {
      waiting.onProgress?.({ phase: reply.phase, done: reply.done, total: reply.total });
      return;
    }
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (reply.type === 'failed') waiting.reject(failure(reply));
    else waiting.resolve(reply);
  }

  #end(error: unknown): void {
    this.#ended = true;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
