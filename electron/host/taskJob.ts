import { setTimeout as pause } from 'node:timers/promises';
import type { FoundTask, OverTask } from '../../db/contract/taskTerms.ts';
import type { Store } from '../../db/store/types.ts';
import { hostActor } from './callContext.ts';
import type { Log } from './log.ts';
import { TaskChanges } from './taskChanges.ts';

/** ms */
export interface TaskJobTimes {
  /** until the desks are up */
  readonly firstMs: number;
  /** a new day, and what lets a rule find more, is noticed at most so late */
  readonly everyMs: number;
  /** what is changed within it is looked at together */
  readonly gatherMs: number;
  /** between two batches: desks' own commands go first */
  readonly betweenMs: number;
}

export const usualTimes: TaskJobTimes = { firstMs: 6_000, everyMs: 10 * 60_000, gatherMs: 2_000, betweenMs: 5 };

/** between two looks whether an import is over */
const importMs = 2_000;
/** after a look that failed */
const retryMs = 60_000;
/** tasks written in one command: no desk waits longer than 20 ms for it */
const batch = 50;
/** customers asked about in one call */
const customersAtOnce = 500;

const caredesk = hostActor('host');

const inBatches = <T>(rows: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));

interface Due {
  readonly due: boolean;
  readonly day: string;
  readonly ruleIds: readonly string[];
  readonly soonIds: readonly string[];
}

/**
 * Asks the rules whom to call (回访任务), once a day and as facts change, and ends the tasks whose end has come by itself. A task's key lets
 * an occasion have one task however often it asks, so whatever a kill leaves undone is found again, and a second look adds nothing.
 *
 * After a change it looks within seconds at the tasks of the customers concerned and at what is owed (promises, ask-backs); the other rules
 * are asked at the next look of ten minutes.
 */
export class TaskJob {
  readonly #store: Store;
  readonly #log: Log;
  readonly #isImporting: () => boolean;
  readonly #times: TaskJobTimes;
  readonly #stopping = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #running: Promise<void>;
  readonly #changes = new TaskChanges();
  /** the rules have to be asked again at the next look */
  #stale = true;
  #failing = false;
  #wake: () => void = () => {};

  /** `isImporting`: then the rules wait, for a day's round and an import together want more memory than a desk has */
  constructor(store: Store, log: Log, times: TaskJobTimes = usualTimes, isImporting: () => boolean = () => false) {
    this.#store = store;
    this.#log = log;
    this.#isImporting = isImporting;
    this.#times = times;
    this.#unsubscribe = store.onEvent((event) => {
      if (this.#changes.note(event)) this.#wake();
    });
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    const { firstMs, everyMs, gatherMs } = this.#times;
    await this.#sleep(firstMs);
    let nextLook = 0;
    while (!this.#stopping.signal.aborted) {
      if (this.#isImporting()) {
        await this.#sleep(importMs);
        continue;
      }
      try {
        if (performance.now() >= nextLook) {
          await this.#look();
          nextLook = performance.now() + everyMs;
          this.#failing = false;
        } else if (this.#changes.any) {
          await this.#follow();
          this.#failing = false;
        }
      } catch (error) {
        // said once, not at every change, while a disk is full or a store cannot be opened
        if (!this.#failing && !this.#stopping.signal.aborted)
          this.#log.error('tasks cannot be looked for now', {}, error);
        this.#failing = true;
        this.#stale = true;
        nextLook = performance.now() + Math.min(retryMs, everyMs);
      }
      const untilLook = Math.max(0, nextLook - performance.now());
      if (!this.#changes.any || this.#failing) await this.#wakened(untilLook);
      if (this.#changes.any) await this.#sleep(gatherMs);
    }
  }

  /** The whole round, where the day is new or facts have changed. */
  async #look(): Promise<void> {
    const { due, day, ruleIds } = await this.#due();
    if (!due && !this.#stale) return;
    this.#changes.take();
    this.#stale = false;
    await this.#end(await this.#over({}));
    for (const ruleId of ruleIds) await this.#ask(ruleId);
    if (due && !this.#stopping.signal.aborted) await this.#store.call('tasks.asked', { day }, caredesk);
  }

  /** What has just been changed. */
  async #follow(): Promise<void> {
    const { customerIds, rules, owed, facts } = this.#changes.take();
    this.#stale ||= facts;
    if (customerIds === null) await this.#end(await this.#over({}));
    else {
      for (const ids of inBatches(customerIds, customersAtOnce))
        await this.#end(await this.#over({ customerIds: ids }));
    }
    if (!rules && !owed) return;
    const { ruleIds, soonIds } = await this.#due();
    for (const ruleId of rules ? ruleIds : soonIds) await this.#ask(ruleId);
  }

  async #due(): Promise<Due> {
    return (await this.#store.call('tasks.due', {}, caredesk)) as Due;
  }

  async #over(input: { readonly customerIds?: readonly string[] }): Promise<readonly OverTask[]> {
    if (this.#stopping.signal.aborted) return [];
    return ((await this.#store.call('tasks.over', input, caredesk)) as { rows: OverTask[] }).rows;
  }

  async #end(over: readonly OverTask[]): Promise<void> {
    for (const rows of inBatches(over, batch)) {
      if (this.#stopping.signal.aborted) return;
      await this.#store.call('tasks.end', { rows }, caredesk);
      await this.#sleep(this.#times.betweenMs);
    }
  }

  async #ask(ruleId: string): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const { rows: found } = (await this.#store.call('tasks.found', { ruleId }, caredesk)) as { rows: FoundTask[] };
    for (const rows of inBatches(found, batch)) {
      if (this.#stopping.signal.aborted) return;
      await this.#store.call('tasks.add', { ruleId, rows }, caredesk);
      await this.#sleep(this.#times.betweenMs);
    }
  }

  /** Until so many ms have passed, something was changed, or it shall stop. */
  async #wakened(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    await this.#sleep(ms, woken.signal);
  }

  async #sleep(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
    const signal = AbortSignal.any([...signals, this.#stopping.signal]);
    await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#stopping.abort();
    await this.#running;
  }
}
