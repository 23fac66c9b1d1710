import { setTimeout as pause } from 'node:timers/promises';
import type { Actor, Store } from '../../db/store/types.ts';
import type { Log } from './log.ts';

/** a new day is noticed at most so late; the first look waits until the desks are up */
const everyMs = 10 * 60_000;
const firstMs = 5_000;
const betweenBatchesMs = 5;

const caredesk: Actor = { kind: 'system', id: 'system', name: 'CareDesk', role: 'admin', desk: 'host' };

/**
 * What the ledger has to do by itself, in short batches between the desks' own commands: points lapse, and visits that an import
 * wrote get what they earn. What a kill leaves undone is found again at the next start.
 */
export class PointsJob {
  readonly #store: Store;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #running: Promise<void>;
  #imported = false;
  #wake: () => void = () => {};

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
    this.#unsubscribe = store.onEvent((event) => {
      if (event.type !== 'changed' || !event.topics.includes('imports')) return;
      this.#imported = true;
      this.#wake();
    });
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    for (let wait = firstMs; ; wait = everyMs) {
      if (!this.#imported) await this.#wakened(wait);
      if (this.#stopping.signal.aborted) return;
      this.#imported = false;
      try {
        await this.#work();
      } catch (error) {
        this.#log.error('points cannot be brought up to date now', {}, error);
      }
    }
  }

  /** Until so many ms have passed, an import came, or it shall stop. */
  async #wakened(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    await pause(ms, undefined, { signal: AbortSignal.any([woken.signal, this.#stopping.signal]), ref: false }).catch(
      () => undefined,
    );
  }

  async #work(): Promise<void> {
    const { due, queued } = (await this.#store.call('points.due', {}, caredesk)) as { due: boolean; queued: boolean };
    if (queued) await this.#batches('points.settle');
    if (due) await this.#batches('points.lapse');
  }

  async #batches(command: 'points.settle' | 'points.lapse'): Promise<void> {
    for (let more = true; more && !this.#stopping.signal.aborted; ) {
      ({ more } = (await this.#store.call(command, {}, caredesk)) as { more: boolean });
      await pause(betweenBatchesMs);
    }
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#stopping.abort();
    await this.#running;
  }
}
