import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { NativeGate } from '../../db/store/nativeGate.ts';

/** A thread that goes in, steps every 5 ms `steps` times, comes out, and waits for good. */
const threadOf = (gate: NativeGate, steps: number, within: boolean): Worker =>
  new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     setInterval(() => {}, 1000);
     import(workerData.module).then(async ({ NativeGate }) => {
       const gate = new NativeGate(workerData.shared);
       const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
       const work = async () => {
         parentPort.postMessage('in');
         for (let at = 0; at < workerData.steps; at++) { await pause(); gate.step(); parentPort.postMessage('step'); }
       };
       if (workerData.within) await gate.within(work); else parentPort.postMessage('in');
       parentPort.postMessage('out');
     });`,
    {
      eval: true,
      workerData: {
        module: new URL('../../db/store/nativeGate.ts', import.meta.url).href,
        shared: gate.shared,
        steps,
        within,
      },
    },
  );

const said = (worker: Worker, what: string): Promise<void> =>
  new Promise((resolve) => {
    worker.on('message', (message) => {
      if (message === what) resolve();
    });
  });
const exit = (worker: Worker): Promise<number> => new Promise((resolve) => worker.once('exit', resolve));

describe('a thread that uses the native library', () => {
  it('is terminated at once while it is outside', async () => {
    const gate = new NativeGate();
    const worker = threadOf(gate, 0, false);
    await said(worker, 'in');
    const code = exit(worker);
    await gate.end(worker);
    expect(await code).toBe(1);
  });

  it('leaves by itself at its next step while it is inside, never terminated', async () => {
    const gate = new NativeGate();
    const worker = threadOf(gate, 100_000, true);
    await said(worker, 'in');
    const code = exit(worker);
    await gate.end(worker);
    expect(await code).toBe(0);
  });

  it('leaves when it comes out, where it takes no step', async () => {
    const gate = new NativeGate();
    const worker = threadOf(gate, 1, true);
    await said(worker, 'in');
    const code = exit(worker);
    await gate.end(worker);
    expect(await code).toBe(0);
  });

  it('is ended by two who ask, and again when it is gone', async () => {
    const gate = new NativeGate();
    const worker = threadOf(gate, 100_000, true);
    await said(worker, 'step');
    await Promise.all([gate.end(worker), gate.end(worker)]);
    await gate.end(worker);
    expect(worker.threadId).toBe(-1);
  });
});
