import { CareError } from '../contract/errors.ts';
import type { DeskEvent } from '../contract/events.ts';
import { kyselyOf, openConnection } from './connection.ts';
import { entries, parseInput, type StoreEntry } from './entries.ts';
import { queryRunner } from './reader.ts';
import { slowLog } from './slowLog.ts';
import { careErrorOf } from './sqliteErrors.ts';
import { openStoreFile, storeFileOf } from './storeFile.ts';
import type { Actor, CallOptions, OpenOptions, Store } from './types.ts';
import { commandRunner } from './writer.ts';

/** @throws CareError NOT_FOUND for a name that no store thread runs, FORBIDDEN where the actor's role may not */
export const allowedEntry = (name: string, actor: Actor): StoreEntry => {
  const entry = entries.get(name);
  if (!entry) throw new CareError('NOT_FOUND', { reason: 'no-such-entry' });
  const trusted = actor.kind === 'system' || actor.kind === 'cli';
  if (!trusted && entry.meta.allowed !== 'open' && !entry.meta.allowed.includes(actor.role)) {
    throw new CareError('FORBIDDEN', { reason: 'not-allowed' });
  }
  return entry;
};

/** A store in this very thread: for the command line and the tests. Blocks while SQL runs. */
export const openInlineStore = async (dataDir: string, options: OpenOptions = {}): Promise<Store> => {
  // the machine's clock, unless a test has one of its own
  const now = options.now ?? Date.now;
  const writing = await openStoreFile(dataDir, { create: options.create ?? true, now });
  const reading = openConnection(storeFileOf(dataDir), { readonly: true });
  const query = queryRunner(reading, kyselyOf(reading), now);
  const command = commandRunner(writing, kyselyOf(writing), dataDir, now);
  await command.resume();
  const slow = slowLog(dataDir, now);
  const listeners = new Set<(event: DeskEvent) => void>();

  const run = async (name: string, input: unknown, actor: Actor, call: CallOptions): Promise<unknown> => {
    const entry = allowedEntry(name, actor);
    const parsed = parseInput(entry, input);
    if (entry.query) return query(entry, parsed, actor);
    const { output, topics } = await command.run({
      entry,
      input: parsed,
      actor,
      onProgress: call.onProgress ?? (() => {}),
      cancelled: () => call.signal?.aborted ?? false,
    });
    if (topics.length > 0) for (const listener of listeners) listener({ type: 'changed', topics: [...topics] });
    return output;
  };

  return {
    dataDir,
    call: async (name, input, actor, call = {}) => {
      const from = performance.now();
      try {
        return await run(name, input, actor, call);
      } catch (error) {
        throw careErrorOf(error);
      } finally {
        slow.note(name, performance.now() - from);
      }
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      reading.close();
      writing.close();
    },
  };
};
