import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../db/store/types.ts';
import { hostActor } from './callContext.ts';
import type { Log } from './log.ts';

/** a warning comes at most so late; the first look waits until the desks are up */
const everyMs = 60_000;
const firstMs = 5_000;

const caredesk = hostActor('host');

/**
 * Looks whether a complaint's term has reached a warning or run out, every minute and whenever a complaint was changed. It only
 * asks: what is told is worked out from what is on record, so a machine that slept is none the worse, and a quiet minute
 * writes nothing.
 */
export class ComplaintJob {
  readonly #store: Store;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #running: Promise<void>;
  #changed = false;
  #failing = false;
  #wake: () => void = () => {};

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
    this.#unsubscribe = store.onEvent((event) => {
      if (event.type !== 'changed' || !event.topics.includes('complaints')) return;
      this.#changed = true;
      this.#wake();
    });
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    for (let wait = firstMs; ; wait = everyMs) {
      if (!this.#changed) await this.#wakened(wait);
      if (this.#stopping.signal.aborted) return;
      this.#changed = false;
      try {
        const { due } = (await this.#store.call('complaints.due', {}, caredesk)) as { due: boolean };
        if (due && !this.#stopping.signal.aborted) await this.#store.call('complaints.remind', {}, caredesk);
        this.#failing = false;
      } catch (error) {
        // said once, not every minute, while a disk is full or a store cannot be opened
        if (!this.#failing) this.#log.error('complaints cannot be looked at now', {}, error);
        this.#failing = true;
      }
    }
  }

  /** Until so many ms have passed, a complaint was changed, or it shall stop. */
  async #wakened(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    await pause(ms, undefined, { signal: AbortSignal.any([woken.signal, this.#stopping.signal]), ref: false }).catch(
      () => undefined,
    );
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#stopping.abort();
    await this.#running;
  }
}
