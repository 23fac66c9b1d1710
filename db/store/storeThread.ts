import { parentPort, workerData } from 'node:worker_threads';
import { CareError } from '../contract/errors.ts';
import { type Connection, kyselyOf, openConnection } from './connection.ts';
import { parseInput } from './entries.ts';
import { allowedEntry } from './inlineStore.ts';
import { queryRunner } from './reader.ts';
import { slowLog } from './slowLog.ts';
import { careErrorOf } from './sqliteErrors.ts';
import { openStoreFile, storeFileOf } from './storeFile.ts';
import type { FromThread, ThreadFailure, ThreadSetup, ToThread } from './threadProtocol.ts';
import { commandRunner } from './writer.ts';

const port = parentPort;
if (!port) throw new Error('a store thread runs as a worker');
const setup = workerData as ThreadSetup;
/** A clock cannot be sent to a thread: it has the machine's, from which everything below is told the time. */
const now = Date.now;
const say = (message: FromThread): void => port.postMessage(message);

const failureOf = (thrown: unknown): ThreadFailure => {
  const error = careErrorOf(thrown);
  if (error instanceof CareError) return { code: error.code, data: error.data };
  return { code: 'INTERNAL', data: {}, stack: error instanceof Error ? error.stack : String(error) };
};

type Call = Extract<ToThread, { type: 'call' }>;
type Answer = Promise<{ output: unknown; topics: readonly string[] }>;

const reading = (connection: Connection): ((call: Call) => Answer) => {
  const query = queryRunner(connection, kyselyOf(connection), now);
  return async (call) => {
    const entry = allowedEntry(call.name, call.actor);
    return { output: await query(entry, parseInput(entry, call.input), call.actor), topics: [] };
  };
};

const writing = (connection: Connection): ((call: Call) => Answer) => {
  const command = commandRunner(connection, kyselyOf(connection), setup.dataDir, now);
  command.resume().catch((error: unknown) => say({ type: 'failedToOpen', failure: failureOf(error) }));
  return async (call) => {
    const entry = allowedEntry(call.name, call.actor);
    const flag = call.cancel ? new Int32Array(call.cancel) : null;
    return command.run({
      entry,
      input: parseInput(entry, call.input),
      actor: call.actor,
      onProgress: (progress) => {
        if (call.wantsProgress) say({ type: 'progress', id: call.id, progress });
      },
      cancelled: () => flag !== null && Atomics.load(flag, 0) !== 0,
    });
  };
};

const open = async (): Promise<Connection> =>
  setup.role === 'writer'
    ? openStoreFile(setup.dataDir, { create: setup.create, now })
    : openConnection(storeFileOf(setup.dataDir), { readonly: true });

const serve = async (): Promise<void> => {
  const connection = await open();
  const slow = slowLog(setup.dataDir, now);
  const answer = setup.role === 'writer' ? writing(connection) : reading(connection);
  port.on('message', (message: ToThread) => {
    if (message.type === 'close') {
      connection.close();
      port.close();
      return;
    }
    const from = performance.now();
    answer(message)
      .then(
        ({ output, topics }) => say({ type: 'done', id: message.id, output, topics }),
        (error: unknown) => say({ type: 'failed', id: message.id, failure: failureOf(error) }),
      )
      .finally(() => slow.note(message.name, performance.now() - from));
  });
  say({ type: 'ready' });
};

serve().catch((error: unknown) => say({ type: 'failedToOpen', failure: failureOf(error) }));
