import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CareError, type ErrorCode, errorStatus, notFound } from '../../db/contract/errors.ts';
import type { CustomerExport, ExportState } from '../../db/contract/exports.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import type { ExportReply, ExportTask } from '../../db/store/exportProtocol.ts';
import { exportWorkerUrl } from '../../db/store/exportWorkerUrl.ts';
import { NativeGate } from '../../db/store/nativeGate.ts';
import type { Actor, Store } from '../../db/store/types.ts';
import { careErrorOfDisk } from './diskError.ts';
import type { Download } from './downloads.ts';
import type { Log } from './log.ts';

const mostAtOnce = 2;
/** a sheet of 100,000 rows is built in memory */
const memoryMb = 900;
/** what nobody fetched is forgotten; ms */
const keptMs = 15 * 60_000;

interface Job {
  readonly actorId: string;
  readonly format: CustomerExport['format'];
  readonly path: string;
  state: ExportState;
  /** null once it is done */
  worker: { end(): Promise<void> } | null;
}

interface Sent {
  readonly input: string;
  readonly exportId: string;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Lists on their way out: each is put on record, written by a thread of its own into `DIR/outgoing`, fetched, forgotten. */
export class ExportJobs {
  readonly #store: Store;
  readonly #log: Log;
  readonly #folder: string;
  readonly #jobs = new Map<string, Job>();
  readonly #sent = new Map<string, Sent>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
    this.#folder = join(store.dataDir, 'outgoing');
  }

  /** Puts it on record, begins, and returns at once. @throws CareError BUSY, and what the store says */
  async customers(
    input: CustomerExport & { readonly requestId?: string | undefined },
    actor: Actor,
    now: number,
  ): Promise<{ exportId: string }> {
    const { requestId, ...what } = input;
    const text = JSON.stringify(what);
    const key = `${actor.id} ${requestId ?? ''}`;
    const sent = requestId === undefined ? undefined : this.#sent.get(key);
    if (sent && sent.input !== text) throw new CareError('CONFLICT', { reason: 'request-id-reused' });
    if (sent) return { exportId: sent.exportId };
    const writing = [...this.#jobs.values()].filter(({ state }) => state.state === 'writing').length;
    if (writing >= mostAtOnce) throw new CareError('BUSY', { reason: 'exports-busy' });
    const { store } = (await this.#store.call('settings.get', {}, actor)) as { store: { timeZone: string } };
    const { timeZone } = store;
    const exportId = randomUUID();
    if (requestId !== undefined) this.#sent.set(key, { input: text, exportId });
    const fileName = `${what.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}-${dayOf(now, timeZone)}.${what.format}`;
    const job: Job = {
      actorId: actor.id,
      format: what.format,
      path: join(this.#folder, `${exportId}.${what.format}`),
      state: { exportId, state: 'writing', done: 0, total: null, fileName, reason: null },
      worker: null,
    };
    this.#jobs.set(exportId, job);
    try {
      await this.#store.call('exports.record', { exportId, kind: 'customers', what }, actor);
      await mkdir(this.#folder, { recursive: true });
    } catch (error) {
      this.#forget(exportId);
      throw careErrorOfDisk(error);
    }
    if (job.state.state === 'writing')
      this.#write(job, { dataDir: this.#store.dataDir, actor, what, path: job.path, now });
    return { exportId };
  }

  state(exportId: string, actor: Actor): ExportState {
    return this.#job(exportId, actor).state;
  }

  async cancel(exportId: string, actor: Actor): Promise<void> {
    const job = this.#job(exportId, actor);
    const { worker } = job;
    job.worker = null;
    if (job.state.state === 'writing' || job.state.state === 'ready') job.state = { ...job.state, state: 'cancelled' };
    await worker?.end();
    await this.#removeFile(job);
  }

  /** @throws CareError NOT_FOUND unless it is ready and the asker's own */
  open(exportId: string, actor: Actor): Download {
    const { state, path, format } = this.#job(exportId, actor);
    if (state.state !== 'ready') throw notFound('export');
    return { fileName: state.fileName, contentType: contentTypes[format], body: createReadStream(path) };
  }

  async close(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all([...this.#jobs.values()].map(({ worker }) => worker?.end()));
    this.#jobs.clear();
    await rm(this.#folder, { recursive: true, force: true }).catch((error: unknown) =>
      this.#log.error('exports stay', {}, error),
    );
  }

  #write(job: Job, task: Omit<ExportTask, 'gate'>): void {
    const gate = new NativeGate();
    const worker = new Worker(exportWorkerUrl, {
      workerData: { ...task, gate: gate.shared } satisfies ExportTask,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    job.worker = { end: () => gate.end(worker) };
    worker.on('message', (reply: ExportReply) => this.#take(job, reply));
    worker.on('error', (error: Error & { code?: string }) => {
      const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!tooLarge) this.#log.error('an export failed', {}, error);
      this.#fail(job, tooLarge ? 'export-too-large' : 'export-failed');
    });
    worker.on('exit', () => this.#fail(job, 'export-failed'));
  }

  #take(job: Job, reply: ExportReply): void {
    if (job.state.state !== 'writing') return;
    switch (reply.type) {
      case 'progress':
        job.state = { ...job.state, done: reply.done, total: reply.total };
        return;
      case 'written':
        job.state = { ...job.state, state: 'ready', done: reply.rows, total: reply.rows };
        this.#end(job);
        return;
      case 'failed': {
        const known = Object.hasOwn(errorStatus, reply.code) && (reply.code as ErrorCode) !== 'INTERNAL';
        if (!known) this.#log.error('an export failed', { stack: reply.stack ?? '' });
        this.#fail(job, reply.reason);
        return;
      }
    }
  }

  #fail(job: Job, reason: string): void {
    if (job.state.state !== 'writing') return;
    job.state = { ...job.state, state: 'failed', reason };
    this.#end(job);
    void this.#removeFile(job);
  }

  #end(job: Job): void {
    job.worker = null;
    const { exportId } = job.state;
    const timer = setTimeout(() => {
      this.#forget(exportId);
      void this.#removeFile(job);
    }, keptMs);
    timer.unref();
    this.#timers.set(exportId, timer);
  }

  #forget(exportId: string): void {
    this.#jobs.delete(exportId);
    this.#timers.delete(exportId);
    for (const [key, sent] of this.#sent) if (sent.exportId === exportId) this.#sent.delete(key);
  }

  async #removeFile({ path }: Job): Promise<void> {
    await Promise.all([rm(path, { force: true }), rm(`${path}.partial`, { force: true })]).catch((error: unknown) =>
      this.#log.error('an export stays', {}, error),
    );
  }

  #job(exportId: string, actor: Actor): Job {
    const job = this.#jobs.get(exportId);
    if (!job || job.actorId !== actor.id) throw notFound('export');
    return job;
  }
}
