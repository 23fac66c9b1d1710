import type { Worker } from 'node:worker_threads';

const outside = 0;
const inside = 1;
const asked = 2;
const over = 3;

/**
 * Whether a thread is inside the native SQLite library. A thread that is terminated in the middle of one of the library's calls takes the
 * whole process with it. So it says when it goes in: while it is outside it can be terminated at once, inside it is asked, and leaves by
 * itself at its next step. Both sides look at the same four bytes.
 */
export class NativeGate {
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array;

  constructor(shared = new SharedArrayBuffer(4)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** In the thread: `work` uses the library. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** In the thread, somewhere in `within`: `work` does not use the library, and may take long without a `step`. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    this.#leave();
    try {
      return await work();
    } finally {
      this.#enter();
    }
  }

  /** In the thread, somewhere in `within`, between two calls of the library: it goes where it was asked to. */
  step(): void {
    if (Atomics.load(this.#state, 0) === asked) process.exit();
  }

  /** From outside; done once the thread is gone, which it is within a step. */
  async end(worker: Worker): Promise<void> {
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    for (;;) {
      const before = Atomics.compareExchange(this.#state, 0, outside, over);
      if (before === outside || before === over) {
        await worker.terminate();
        return;
      }
      const busy = Atomics.compareExchange(this.#state, 0, inside, asked);
      if (busy === inside || busy === asked) {
        if (worker.threadId === -1) return;
        // who waits for it waits alive, though the thread itself keeps nobody so
        worker.ref();
        await gone;
        return;
      }
    }
  }

  #enter(): void {
    // where it is over already, the thread ends at any moment
    if (Atomics.compareExchange(this.#state, 0, outside, inside) === over) Atomics.wait(this.#state, 0, over);
  }

  #leave(): void {
    if (Atomics.compareExchange(this.#state, 0, inside, outside) === asked) process.exit();
  }
}
