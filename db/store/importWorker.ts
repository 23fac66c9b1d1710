import { parentPort, workerData } from 'node:worker_threads';
import { CareError } from '../contract/errors.ts';
import { FileRefused } from '../files/fileRefused.ts';
import type { ImportReply, ImportRequest } from './importProtocol.ts';
import { errorCsv, previewRows, problemsOfFile } from './imports/preview.ts';
import { stageFile } from './imports/stage.ts';
import { NativeGate } from './nativeGate.ts';
import { careErrorOf } from './sqliteErrors.ts';
import type { Progress } from './types.ts';

const port = parentPort;
if (!port) throw new Error('the import worker runs as a worker');
const say = (reply: ImportReply): void => port.postMessage(reply);
const gate = new NativeGate(workerData as SharedArrayBuffer);

const answer = async (request: ImportRequest): Promise<void> => {
  const { id } = request;
  switch (request.type) {
    case 'stage': {
      // a function cannot be sent to a worker: it has the machine's clock
      const tell = (progress: Progress): void => {
        gate.step();
        say({ type: 'progress', id, ...progress });
      };
      const staged = await stageFile(request, tell, Date.now, (read) => gate.without(read));
      say({ type: 'staged', id, staged });
      return;
    }
    case 'preview':
      say({ type: 'previewed', id, ...previewRows(request.dataDir, request.importId, request) });
      return;
    case 'problems':
      say({ type: 'problems', id, problems: problemsOfFile(request.dataDir, request.importId) });
      return;
    case 'errors':
      say({ type: 'errors', id, csv: errorCsv(request.dataDir, request.importId) });
      return;
  }
};

/** A file that cannot be read is the person's to mend (UNSUPPORTED, TOO_LARGE with the reason); all else is ours. */
const failed = (id: number, thrown: unknown): ImportReply => {
  if (thrown instanceof FileRefused) {
    const tooLarge =
      thrown.reason === 'file-too-large' || thrown.reason === 'file-too-many-rows' || thrown.reason === 'file-zip-bomb';
    const { row, fields } = thrown.data;
    const values = { ...(row === undefined ? {} : { row }), ...(fields ? { fields: fields.join(', ') } : {}) };
    return { type: 'failed', id, code: tooLarge ? 'TOO_LARGE' : 'UNSUPPORTED', reason: thrown.reason, values };
  }
  const error = careErrorOf(thrown);
  if (error instanceof CareError) {
    return {
      type: 'failed',
      id,
      code: error.code,
      reason: error.data.reason ?? 'import-failed',
      ...(error.data.values ? { values: error.data.values } : {}),
    };
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return { type: 'failed', id, code: 'INTERNAL', reason: 'import-failed', ...(stack ? { stack } : {}) };
};

let turn: Promise<void> = Promise.resolve();
port.on('message', (request: ImportRequest) => {
  turn = turn.then(() => gate.within(() => answer(request))).catch((error: unknown) => say(failed(request.id, error)));
});
