import { setTimeout as pause } from 'node:timers/promises';
import type { Actor, Store } from '../../db/store/types.ts';
import type { Log } from './log.ts';

/** a new day is noticed at most so late; the first look waits until the desks are up */
const everyMs = 10 * 60_000;
const firstMs = 5_000;
const betweenBatchesMs = 5;

const caredesk: Actor = { kind: 'system', id: 'system', name: 'CareDesk', role: 'admin', desk: 'host' };

/** Lets points lapse in short batches between the desks' own commands. */
export class LapseJob {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor(store: Store, log: Log) {
    this.#running = this.#run(store, log).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) log.error('points do not lapse', {}, error);
    });
  }

  async #run(store: Store, log: Log): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = firstMs; !signal.aborted; wait = everyMs) {
      await pause(wait, undefined, { signal, ref: false });
      try {
        await this.#lapseAll(store);
      } catch (error) {
        log.error('points do not lapse now', {}, error);
      }
    }
  }

  async #lapseAll(store: Store): Promise<void> {
    const { due } = (await store.call('points.due', {}, caredesk)) as { due: boolean };
    for (let more = due; more && !this.#stopping.signal.aborted; ) {
      ({ more } = (await store.call('points.lapse', {}, caredesk)) as { more: boolean });
      await pause(betweenBatchesMs);
    }
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }
}
