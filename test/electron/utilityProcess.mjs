/**
 * Stands for Electron's utility process: a worker thread with `process.parentPort`, whose ports are of the main process's kind (they
 * emit, and wrap what they bring). Runs the file that it is given, and crashes when told.
 */
import { parentPort, workerData } from 'node:worker_threads';

const mainLike = (port) => ({
  postMessage: (message, ports) => port.postMessage(message, ports),
  start: () => port.start(),
  close: () => port.close(),
  on: (type, listener) =>
    port.addEventListener(type, (event) =>
      listener(type === 'message' ? { data: event.data, ports: (event.ports ?? []).map(mainLike) } : undefined),
    ),
});

process.parentPort = {
  on: (_type, listener) =>
    parentPort.on('message', ({ data, ports }) => listener({ data, ports: ports.map(mainLike) })),
  postMessage: (message) => parentPort.postMessage(message),
};
parentPort.on('message', ({ data }) => {
  if (data.type !== 'crash') return;
  setImmediate(() => {
    throw new Error('a crash');
  });
});

await import(workerData.file);
