import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CareError, notFound } from '../../db/contract/errors.ts';
import type { DeskEvent } from '../../db/contract/events.ts';
import type { ImportBatch, ImportKind, ImportState, ImportSummary } from '../../db/contract/imports.ts';
import type { ColumnMapping, PreviewRow } from '../../db/store/importProtocol.ts';
import type { Actor, Progress, Store } from '../../db/store/types.ts';
import { hostActor } from './callContext.ts';
import { ImportThread } from './importThread.ts';
import type { Log } from './log.ts';
import type { Uploads } from './uploads.ts';
import { careErrorOf } from './wireError.ts';

/** host and worker together stay under 1.2 GB */
const stagingMemoryMb = 900;
const readingMemoryMb = 160;
const readerIdleMs = 60_000;
const mostJobs = 20;
/** progress events, at most ten a second */
const eventPauseMs = 100;

interface Job {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly uploadId: string;
  state: ImportState;
  /** the running stage or apply; aborted by cancel */
  running: AbortController | null;
  applying: Promise<ImportSummary> | null;
  toldAt: number;
}

interface Sent {
  readonly input: string;
  readonly importId: string;
}

/** The imports of this run of the host: each file's way from upload to the store, with its progress. */
export class ImportJobs {
  readonly #store: Store;
  readonly #uploads: Uploads;
  readonly #tell: (event: DeskEvent) => void;
  readonly #log: Log;
  readonly #jobs = new Map<string, Job>();
  /** `stage` does not run in the store, which would tell a call that was sent twice */
  readonly #sent = new Map<string, Sent>();
  #reader: ImportThread | null = null;
  #readerTimer: NodeJS.Timeout | null = null;

  constructor(store: Store, uploads: Uploads, tell: (event: DeskEvent) => void, log: Log) {
    this.#store = store;
    this.#uploads = uploads;
    this.#tell = tell;
    this.#log = log;
  }

  /** Starts reading and checking, and returns at once. */
  async stage(input: {
    requestId?: string | undefined;
    uploadId: string;
    kind: ImportKind;
    fileName: string;
  }): Promise<{ importId: string }> {
    const { requestId, ...rest } = input;
    const text = JSON.stringify(rest);
    const sent = requestId === undefined ? undefined : this.#sent.get(requestId);
    if (sent && sent.input !== text) throw new CareError('CONFLICT', { reason: 'request-id-reused' });
    if (sent) return { importId: sent.importId };
    const path = await this.#uploads.find(input.uploadId);
    if (path === null) throw notFound('upload');
    this.#refuseWhileBusy();
    const job = newJob(input);
    this.#jobs.set(job.importId, job);
    if (requestId !== undefined) this.#sent.set(requestId, { input: text, importId: job.importId });
    this.#dropOld();
    void this.#runStage(job, path, undefined);
    return { importId: job.importId };
  }

  /** Reads the file again with the person's own mapping of columns. */
  async remap(importId: string, mapping: ColumnMapping): Promise<void> {
    const job = this.#job(importId);
    if (job.state.state !== 'staged' && job.state.state !== 'failed') throw wrongState(job);
    const path = await this.#uploads.find(job.uploadId);
    if (path === null) throw notFound('upload');
    this.#refuseWhileBusy();
    void this.#runStage(job, path, mapping);
  }

  /** An undoing goes straight to the store: what was applied is asked for there. */
  async state(importId: string): Promise<ImportState> {
    const job = this.#job(importId);
    if (job.state.state === 'applied') {
      const { rows } = (await this.#store.call('imports.list', {}, hostActor('host'))) as { rows: ImportBatch[] };
      if (rows.some((row) => row.id === importId && row.undoneAt !== null)) this.#set(job, { state: 'undone' });
    }
    return job.state;
  }

  async preview(input: {
    importId: string;
    fate?: PreviewRow['fate'] | 'warning' | undefined;
    offset: number;
    limit: number;
  }): Promise<{ rows: PreviewRow[]; count: number }> {
    const { importId, fate, offset, limit } = input;
    this.#stagedJob(importId);
    const answer = await this.#ask({
      type: 'preview',
      dataDir: this.#store.dataDir,
      importId,
      offset,
      limit,
      ...(fate ? { fate } : {}),
    });
    if (answer.type !== 'previewed') throw new CareError('INTERNAL');
    return { rows: answer.rows, count: answer.count };
  }

  /** The error file: the refused rows, to be mended and fed again. */
  async errorFile(importId: string): Promise<{ fileName: string; csv: string }> {
    const job = this.#stagedJob(importId);
    const answer = await this.#ask({ type: 'errors', dataDir: this.#store.dataDir, importId });
    if (answer.type !== 'errors') throw new CareError('INTERNAL');
    return { fileName: `${job.fileName.replace(/\.[^.]{1,5}$/, '')}-错误行.csv`, csv: answer.csv };
  }

  /** One transaction. Asked again it gives the same summary. */
  async apply(input: { requestId?: string | undefined; importId: string }, actor: Actor): Promise<ImportSummary> {
    const job = this.#job(input.importId);
    if (job.applying) return job.applying;
    if (job.state.state === 'applied' && job.state.summary) return job.state.summary;
    if (job.state.state !== 'staged') throw wrongState(job);
    this.#refuseWhileBusy();
    job.applying = this.#runApply(job, input, actor).finally(() => {
      job.applying = null;
    });
    return job.applying;
  }

  /** Stops what runs and forgets the rows. Refused once they are in: that is undone, not cancelled. */
  async cancel(importId: string): Promise<void> {
    const job = this.#job(importId);
    switch (job.state.state) {
      case 'applied':
      case 'undone':
        throw wrongState(job);
      case 'cancelled':
        return;
      case 'applying':
        job.running?.abort();
        // the store decides: what committed before it heard stays
        await job.applying?.catch(() => {});
        return;
      case 'staging':
      case 'staged':
      case 'failed':
        job.running?.abort();
        this.#set(job, { state: 'cancelled' });
        await this.#forget(job);
        return;
    }
  }

  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.running?.abort();
    await Promise.allSettled([...this.#jobs.values()].map((job) => job.applying));
    await this.#endReader();
  }

  async #runStage(job: Job, path: string, mapping: ColumnMapping | undefined): Promise<void> {
    const running = new AbortController();
    job.running = running;
    this.#set(job, { state: 'staging', phase: 'read', done: 0, total: 0, error: null });
    // the reader may hold the file that is about to be replaced
    await this.#endReader();
    const worker = new ImportThread(stagingMemoryMb);
    const stop = (): void => void worker.end();
    running.signal.addEventListener('abort', stop, { once: true });
    if (running.signal.aborted) stop();
    try {
      const { importId, kind, fileName } = job;
      const answer = await worker.ask(
        {
          type: 'stage',
          dataDir: this.#store.dataDir,
          importId,
          kind,
          fileName,
          path,
          ...(mapping ? { mapping } : {}),
        },
        (progress) => this.#progress(job, progress),
      );
      if (answer.type !== 'staged') throw new CareError('INTERNAL');
      const { header, headerRow, fields, summary } = answer.staged;
      if (running.signal.aborted) return;
      this.#set(job, {
        state: 'staged',
        phase: 'done',
        header,
        headerRow,
        fields,
        summary,
        mapping: answer.staged.mapping,
      });
    } catch (error) {
      if (running.signal.aborted) return;
      const care = careErrorOf(error, true);
      if (care.code === 'INTERNAL')
        this.#log.error('staging failed', { importId: job.importId, kind: job.kind }, error);
      this.#set(job, { state: 'failed', error: { code: care.code, reason: care.data.reason ?? 'import-failed' } });
    } finally {
      if (job.running === running) job.running = null;
      await worker.end();
      // a thread that was stopped in the middle leaves its rows behind
      if (job.state.state === 'cancelled') await this.#forget(job);
    }
  }

  async #runApply(
    job: Job,
    input: { requestId?: string | undefined; importId: string },
    actor: Actor,
  ): Promise<ImportSummary> {
    const running = new AbortController();
    job.running = running;
    this.#set(job, { state: 'applying', phase: 'write', done: 0, total: job.state.summary?.accepted ?? 0 });
    try {
      const { importId, requestId } = input;
      const summary = (await this.#store.call(
        'staged.apply',
        { importId, ...(requestId ? { requestId } : {}) },
        actor,
        {
          signal: running.signal,
          onProgress: (progress) => this.#progress(job, progress),
        },
      )) as ImportSummary;
      this.#set(job, { state: 'applied', phase: 'done', summary });
      await this.#uploads.remove(job.uploadId);
      return summary;
    } catch (error) {
      const care = careErrorOf(error, true);
      if (care.code === 'CANCELLED') {
        this.#set(job, { state: 'cancelled' });
        await this.#forget(job);
      } else {
        // nothing was written: it can be tried again
        this.#set(job, { state: 'staged', error: { code: care.code, reason: care.data.reason ?? 'import-failed' } });
      }
      throw error;
    } finally {
      job.running = null;
    }
  }

  #progress(job: Job, { phase, done, total }: Progress): void {
    job.state = { ...job.state, phase, done, total };
    const now = performance.now();
    if (now - job.toldAt >= eventPauseMs) this.#announce(job, now);
  }

  #set(job: Job, change: Partial<ImportState>): void {
    job.state = { ...job.state, ...change };
    this.#announce(job, performance.now());
  }

  #announce(job: Job, now: number): void {
    job.toldAt = now;
    const { phase, done, total, state } = job.state;
    this.#tell({ type: 'import', importId: job.importId, phase, done, total, state });
  }

  #job(importId: string): Job {
    const job = this.#jobs.get(importId);
    if (!job) throw notFound('import');
    return job;
  }

  #stagedJob(importId: string): Job {
    const job = this.#job(importId);
    const { state } = job.state;
    if (state === 'staged' || state === 'applying' || state === 'applied' || state === 'undone') return job;
    throw wrongState(job);
  }

  /** Whether a file is being read or written. */
  get busy(): boolean {
    return [...this.#jobs.values()].some(({ state: { state } }) => state === 'staging' || state === 'applying');
  }

  #refuseWhileBusy(): void {
    if (this.busy) throw new CareError('BUSY', { reason: 'import-running' });
  }

  #dropOld(): void {
    for (const job of this.#jobs.values()) {
      if (this.#jobs.size <= mostJobs) return;
      if (job.running || job.applying) continue;
      this.#jobs.delete(job.importId);
      void this.#forget(job);
    }
    for (const [requestId, { importId }] of this.#sent) if (!this.#jobs.has(importId)) this.#sent.delete(requestId);
  }

  async #forget(job: Job): Promise<void> {
    await this.#endReader();
    await this.#uploads.remove(job.uploadId).catch(() => {});
    const folder = join(this.#store.dataDir, 'staging');
    for (const name of await readdir(folder).catch(() => [])) {
      if (name.startsWith(job.importId)) await rm(join(folder, name), { force: true }).catch(() => {});
    }
  }

  async #ask(request: Parameters<ImportThread['ask']>[0]): ReturnType<ImportThread['ask']> {
    if (!this.#reader || this.#reader.ended) this.#reader = new ImportThread(readingMemoryMb);
    if (this.#readerTimer) clearTimeout(this.#readerTimer);
    this.#readerTimer = setTimeout(() => void this.#endReader(), readerIdleMs);
    this.#readerTimer.unref();
    return this.#reader.ask(request);
  }

  async #endReader(): Promise<void> {
    const reader = this.#reader;
    this.#reader = null;
    if (this.#readerTimer) clearTimeout(this.#readerTimer);
    this.#readerTimer = null;
    await reader?.end();
  }
}

const wrongState = (job: Job): CareError =>
  new CareError('CONFLICT', { reason: `import-is-${job.state.state}`, current: { state: job.state.state } });

const newJob = (input: { uploadId: string; kind: ImportKind; fileName: string }): Job => {
  const importId = randomUUID();
  const { kind, fileName, uploadId } = input;
  return {
    importId,
    kind,
    fileName,
    uploadId,
    running: null,
    applying: null,
    toldAt: 0,
    state: {
      id: importId,
      kind,
      fileName,
      state: 'staging',
      phase: 'read',
      done: 0,
      total: 0,
      summary: null,
      header: [],
      headerRow: 0,
      mapping: {},
      fields: [],
      error: null,
    },
  };
};
