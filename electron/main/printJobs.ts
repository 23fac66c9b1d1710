import type { WebContentsPrintOptions } from 'electron';
import type { PrintOutcome, PrintState } from '../../db/contract/shell.ts';
import { printAddress } from './appScheme.ts';

/** A window that prints, as much of it as is used. */
export interface PrintWindow {
  /** of its contents */
  readonly id: number;
  load(address: string): Promise<void>;
  show(): void;
  /** What the printer's driver answers: whether it took the pages, and in its words why not. */
  print(options: WebContentsPrintOptions): Promise<{ readonly taken: boolean; readonly reason: string }>;
  close(): void;
  /** closed by somebody, or crashed */
  onGone(listener: () => void): void;
}

export interface PrintJobsOptions {
  readonly openWindow: () => PrintWindow;
  /** to the desk that prints */
  readonly tell: (desk: number, state: PrintState) => void;
  readonly failed: (reason: string) => void;
}

type Ready = Extract<PrintState, { state: 'ready' }>;
export type Prepared = PrintState | { readonly state: 'cancelled' };

interface Job {
  readonly desk: number;
  readonly window: PrintWindow;
  readonly settle: (outcome: Prepared) => void;
  ready: Ready | null;
}

/** Behind the #: a document and what is printed of it. Two hundred ids fit. */
const soundPage = /^#\/[a-zA-Z0-9]{1,20}\?[\w.,=&%-]{0,16000}$/;

/** What a driver says where somebody pressed its dialog's cancel. */
const isCancelled = (reason: string): boolean => /cancel/i.test(reason);

/**
 * Prints from windows of their own: one job for each desk, prepared unseen, then given to a printer. A window that prints speaks to
 * the host as the desk that opened it.
 */
export class PrintJobs {
  readonly #options: PrintJobsOptions;
  /** by the contents of the printing window */
  readonly #jobs = new Map<number, Job>();

  constructor(options: PrintJobsOptions) {
    this.#options = options;
  }

  has(contents: number): boolean {
    return this.#jobs.has(contents);
  }

  /** The desk for which a window prints; null for any other window. */
  deskOf(contents: number): number | null {
    return this.#jobs.get(contents)?.desk ?? null;
  }

  async prepare(desk: number, page: unknown): Promise<Prepared> {
    if (typeof page !== 'string' || !soundPage.test(page)) throw new Error('no print page');
    this.cancel(desk);
    const window = this.#options.openWindow();
    return new Promise((resolve) => {
      const job: Job = { desk, window, settle: resolve, ready: null };
      this.#jobs.set(window.id, job);
      window.onGone(() => this.#end(job, { state: 'cancelled' }));
      window.load(printAddress + page).catch((error: unknown) => {
        this.#options.failed(error instanceof Error ? error.message : String(error));
        this.#end(job, { state: 'failed', code: 'INTERNAL', data: {} });
      });
    });
  }

  /** A print page says how far it is. */
  hear(contents: number, said: unknown): void {
    const job = this.#jobs.get(contents);
    const state = soundState(said);
    if (!job || !state) return;
    this.#options.tell(job.desk, state);
    switch (state.state) {
      case 'working':
        return;
      case 'ready':
        job.ready = state;
        job.settle(state);
        return;
      case 'failed':
        this.#end(job, state);
        return;
    }
  }

  /** @param printer silently to this one; null: shown, with the system's dialog */
  async print(desk: number, printer: unknown): Promise<PrintOutcome> {
    const job = [...this.#jobs.values()].find((one) => one.desk === desk && one.ready !== null);
    if (!job?.ready) return 'failed';
    const silent = typeof printer === 'string' && printer !== '';
    if (!silent) job.window.show();
    const { width, height } = job.ready;
    const { taken, reason } = await job.window.print({
      silent,
      ...(silent ? { deviceName: printer } : {}),
      printBackground: true,
      color: true,
      margins: { marginType: 'none' },
      pageSize: { width, height },
    });
    this.#end(job, { state: 'cancelled' });
    if (taken) return 'handedOver';
    if (isCancelled(reason)) return 'cancelled';
    this.#options.failed(reason);
    return 'failed';
  }

  /** Nothing of this desk's is printed any more; its window is gone. */
  cancel(desk: number): void {
    for (const job of [...this.#jobs.values()]) if (job.desk === desk) this.#end(job, { state: 'cancelled' });
  }

  #end(job: Job, outcome: Prepared): void {
    if (!this.#jobs.delete(job.window.id)) return;
    job.settle(outcome);
    job.window.close();
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** What a page says is what it says: only its shape is believed. */
const soundState = (said: unknown): PrintState | null => {
  if (typeof said !== 'object' || said === null || !('state' in said)) return null;
  const { state, done, total, pages, width, height, code, data } = said as Record<string, unknown>;
  switch (state) {
    case 'working':
      return isWhole(done) && isWhole(total) ? { state, done, total } : null;
    case 'ready':
      return isWhole(pages) && isWhole(width) && isWhole(height) ? { state, pages, width, height } : null;
    case 'failed':
      return typeof code === 'string' && typeof data === 'object' && data !== null ? { state, code, data } : null;
    default:
      return null;
  }
};
