import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { badField, CareError } from '../contract/errors.ts';
import type { Tables } from '../schema/tables.ts';
import { auditLog } from './audit.ts';
import type { Connection } from './connection.ts';
import type { StoreEntry } from './entries.ts';
import type { CommandContext, PrepareContext } from './handler.ts';
import { idMaker } from './ids.ts';
import { hashPassword, passwordWeakness, verifyPassword } from './passwords.ts';
import { queryContext } from './reader.ts';
import { searchDocuments } from './searchDocuments.ts';
import { searchMerge } from './searchMerge.ts';
import { searchQueue } from './searchQueue.ts';
import { timeZoneOf } from './timeZone.ts';
import { changeWriter, trackedRows } from './trackedRows.ts';
import type { Actor, Progress } from './types.ts';

/** Nobody has written for so long: a moment in which the index can be tidied. */
const quietMs = 20;

/** Results are kept so long that a desk which lost its connection can ask again. */
const resultDays = 7;

export interface CommandCall {
  readonly entry: StoreEntry;
  readonly input: unknown;
  readonly actor: Actor;
  readonly onProgress: (progress: Progress) => void;
  readonly cancelled: () => boolean;
}

export interface CommandOutcome {
  readonly output: unknown;
  /** empty where the stored result of an earlier, equal request was given */
  readonly topics: readonly string[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What of an input may be kept: all but its secrets. */
const withoutSecrets = (entry: StoreEntry, input: unknown): Record<string, unknown> => {
  const fields = { ...(input as Record<string, unknown>) };
  delete fields['requestId'];
  for (const field of entry.meta.secret) if (field in fields) fields[field] = '•';
  return fields;
};

const noCommand = (entry: StoreEntry): never => {
  throw new Error(`${entry.name} is no command`);
};

const requestIdOf = (input: unknown): string | null => {
  const value = (input as { requestId?: unknown } | null)?.requestId;
  return typeof value === 'string' ? value : null;
};

/**
 * Runs commands on the one writing connection, one at a time: transaction, stored result of the same request, handler,
 * audit row, change rows, commit. Nothing but SQL is awaited between BEGIN and COMMIT.
 */
export const commandRunner = (connection: Connection, db: Kysely<Tables>, dataDir: string, now: () => number) => {
  const newId = idMaker(now);
  const audit = auditLog(connection);
  const writeChange = changeWriter(connection);
  const documents = searchDocuments(connection);
  const queue = searchQueue(connection, documents);
  const pieces = searchMerge(connection);
  const storedResult = connection.prepare<[string], { name: string; inputHash: string; result: string }>(
    'SELECT name, inputHash, result FROM requestResult WHERE requestId = ?',
  );
  const keepResult = connection.prepare(
    'INSERT INTO requestResult (requestId, name, inputHash, result, at) VALUES (?, ?, ?, ?, ?)',
  );
  const dropResults = connection.prepare('DELETE FROM requestResult WHERE at < ?');
  const passwordHash = connection.prepare<[string], string>('SELECT passwordHash FROM staff WHERE id = ?').pluck(true);
  let timeZone = timeZoneOf(connection);
  let turn: Promise<unknown> = Promise.resolve();
  let dropAfter = 0;

  const inTransaction = async (call: CommandCall, input: unknown, inputHash: string): Promise<CommandOutcome> => {
    const { entry, actor } = call;
    const { command, bulk } = entry;
    const requestId = requestIdOf(call.input);
    const topics = new Set(entry.meta.topics);
    let entity: string | null = null;
    let entityId: string | null = null;
    let reindexed = false;
    connection.exec('BEGIN IMMEDIATE');
    try {
      if (requestId) {
        const stored = storedResult.get(requestId);
        if (stored) {
          connection.exec('ROLLBACK');
          if (stored.name !== entry.name || stored.inputHash !== inputHash) {
            throw new CareError('CONFLICT', { reason: 'request-reused' });
          }
          return { output: JSON.parse(stored.result), topics: [] };
        }
      }
      const seq = audit.next();
      const ctx: CommandContext = {
        ...queryContext(actor, now, timeZone),
        newId,
        newToken: () => randomBytes(32).toString('base64url'),
        digest,
        rows: trackedRows(db, writeChange, seq, now),
        touch: (topic) => void topics.add(topic),
        about: (kind, id) => {
          entity = kind;
          entityId = id;
        },
        reindex: async (customerId) => {
          documents.refresh(customerId);
          reindexed = true;
        },
        progress: call.onProgress,
        checkCancelled: () => {
          if (call.cancelled()) throw new CareError('CANCELLED', { reason: 'cancelled' });
        },
      };
      const output = bulk
        ? bulk({ connection, db, dataDir, queue, command: seq }, input, ctx)
        : await (command ?? noCommand(entry))(db, input, ctx);
      const at = now();
      audit.write({
        at,
        actor,
        action: entry.name,
        entity,
        entityId,
        requestId,
        detail: JSON.stringify({ input: withoutSecrets(entry, call.input) }),
      });
      if (requestId && !entry.meta.secret.includes('output'))
        keepResult.run(requestId, entry.name, inputHash, JSON.stringify(output ?? null), at);
      if (at > dropAfter) {
        dropResults.run(at - resultDays * 86_400_000);
        dropAfter = at + 3_600_000;
      }
      connection.exec('COMMIT');
      if (reindexed) pieces.added();
      timeZone = entry.meta.topics.includes('settings') ? timeZoneOf(connection) : timeZone;
      return { output, topics: [...topics] };
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  };

  let merging = false;
  let commands = 0;
  /** True after a while in which no command came. */
  const isQuiet = async (): Promise<boolean> => {
    const before = commands;
    await pause(quietMs);
    return commands === before;
  };
  /** A step at a time while nobody writes, or between other commands where it cannot wait. */
  const mergePieces = async (atOnce: boolean): Promise<void> => {
    if (merging || !pieces.due()) return;
    merging = true;
    for (let more = true; more; ) {
      if (!atOnce && !pieces.pressing() && !(await isQuiet())) continue;
      // what hinders it, a full disk say, is told to whoever writes next
      const step = turn.then(() => pieces.step()).catch(() => false);
      turn = step;
      more = await step;
      await setImmediate();
    }
    merging = false;
  };

  /** Documents of an import, a batch at a time; other commands go in between. */
  const drain = async (onProgress: CommandCall['onProgress']): Promise<void> => {
    const total = queue.size();
    for (let more = total > 0; more; ) {
      const step = turn.then(() => queue.batch());
      turn = step.catch(() => undefined);
      more = await step;
      pieces.added();
      await mergePieces(true);
      onProgress({ phase: 'search', done: total - queue.size(), total });
      await setImmediate();
    }
  };

  const run = async (call: CommandCall): Promise<CommandOutcome> => {
    commands++;
    const prepareContext: PrepareContext = {
      newPasswordHash: async (password, name) => {
        const weakness = passwordWeakness(password, name);
        if (weakness) throw badField('password', weakness);
        return hashPassword(password);
      },
      verifyPassword,
      ownPasswordHash: async () => passwordHash.get(call.actor.id) ?? null,
    };
    const inputHash = digest(JSON.stringify(withoutSecrets(call.entry, call.input)));
    const input = call.entry.prepare ? await call.entry.prepare(call.input, prepareContext) : call.input;
    const transaction = (): Promise<CommandOutcome> => inTransaction(call, input, inputHash);
    const result = turn.then(transaction);
    turn = result.catch(() => undefined);
    const outcome = await result;
    if (call.entry.bulk) await drain(call.onProgress);
    void mergePieces(false);
    return outcome;
  };

  return {
    run,
    /** What an import before the last closing left to index. */
    resume: async (): Promise<void> => {
      await drain(() => {});
      void mergePieces(false);
    },
  };
};
