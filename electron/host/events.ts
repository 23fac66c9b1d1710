import type { DeskEvent } from '../../db/contract/events.ts';
import type { Store } from '../../db/store/types.ts';

/** Past so many topics waiting for one slow desk, `customer:ID` becomes `customer`: any of them. */
const mostTopics = 200;
/** how often a stream's session is looked at */
const checkMs = 30_000;
/** The store's changes and the imports' progress, told to every desk that listens. */
export class DeskEvents {
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #unsubscribe: () => void;
  readonly #closed = new AbortController();

  constructor(store: Store) {
    this.#unsubscribe = store.onEvent((event) => this.emit(event));
  }

  emit(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /**
   * `ready` first, then every event until the signal aborts or the host closes. What a slow desk has not taken yet is
   * folded together (topics into one `changed`, an import into its latest state), so a queue never grows. `allowed` is
   * asked again every half minute and when the staff changed: a stream ends with the session that opened it.
   */
  async *stream(
    signal: AbortSignal | undefined,
    allowed: () => Promise<boolean>,
  ): AsyncGenerator<DeskEvent, void, void> {
    const queue = new EventQueue();
    const end = (): void => queue.end();
    const check = (): void => void allowed().then((still) => !still && end(), end);
    const listener = (event: DeskEvent): void => {
      queue.push(event);
      if (event.type === 'changed' && event.topics.includes('staff')) check();
    };
    const checking = setInterval(check, checkMs);
    checking.unref();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', end, { once: true });
    this.#closed.signal.addEventListener('abort', end, { once: true });
    if (signal?.aborted || this.#closed.signal.aborted) queue.end();
    try {
      yield { type: 'ready' };
      for (let event = await queue.next(); event !== null; event = await queue.next()) yield event;
    } finally {
      clearInterval(checking);
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', end);
      this.#closed.signal.removeEventListener('abort', end);
    }
  }

  close(): void {
    this.#unsubscribe();
    this.#closed.abort();
    this.#listeners.clear();
  }
}

class EventQueue {
  #topics = new Set<string>();
  readonly #imports = new Map<string, DeskEvent>();
  #ended = false;
  #wake: (() => void) | null = null;

  push(event: DeskEvent): void {
    if (event.type === 'changed') {
      for (const topic of event.topics) this.#topics.add(topic);
      if (this.#topics.size > mostTopics)
        this.#topics = new Set([...this.#topics].map((topic) => topic.split(':', 1)[0] ?? topic));
    } else if (event.type === 'import') {
      this.#imports.set(event.importId, event);
    }
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Null once it has ended. */
  async next(): Promise<DeskEvent | null> {
    for (;;) {
      if (this.#ended) return null;
      const waiting = this.#take();
      if (waiting) return waiting;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  #take(): DeskEvent | null {
    const [first] = this.#imports;
    if (first) {
      this.#imports.delete(first[0]);
      return first[1];
    }
    if (this.#topics.size === 0) return null;
    const topics = [...this.#topics];
    this.#topics = new Set();
    return { type: 'changed', topics };
  }
}
