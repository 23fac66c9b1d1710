import { parentPort, workerData } from 'node:worker_threads';
import { CareError } from '../contract/errors.ts';
import { kyselyOf, openConnection } from './connection.ts';
import type { ExportReply, ExportTask } from './exportProtocol.ts';
import { writeCustomers } from './exports/writeCustomers.ts';
import { NativeGate } from './nativeGate.ts';
import { queryContext } from './reader.ts';
import { careErrorOf } from './sqliteErrors.ts';
import { storeFileOf } from './storeFile.ts';
import { timeZoneOf } from './timeZone.ts';

const port = parentPort;
if (!port) throw new Error('the export worker runs as a worker');
const say = (reply: ExportReply): void => port.postMessage(reply);

const task = workerData as ExportTask;
const gate = new NativeGate(task.gate);

const write = async ({ dataDir, actor, what, path, now }: ExportTask): Promise<number> => {
  const connection = openConnection(storeFileOf(dataDir), { readonly: true });
  try {
    connection.exec('BEGIN');
    const ctx = queryContext(actor, () => now, timeZoneOf(connection));
    return await writeCustomers(kyselyOf(connection), ctx, what, path, (done, total) => {
      gate.step();
      say({ type: 'progress', done, total });
    });
  } finally {
    connection.close();
  }
};

const failed = (thrown: unknown): ExportReply => {
  const error = careErrorOf(thrown);
  const reason = 'export-failed';
  if (error instanceof CareError) return { type: 'failed', code: error.code, reason: error.data.reason ?? reason };
  const stack = error instanceof Error ? error.stack : String(error);
  return { type: 'failed', code: 'INTERNAL', reason, ...(stack ? { stack } : {}) };
};

gate
  .within(() => write(task))
  .then(
    (rows) => say({ type: 'written', rows }),
    (error: unknown) => say(failed(error)),
  );
