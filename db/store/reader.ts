import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { dayOf } from '../domain/zonedTime.ts';
import type { Tables } from '../schema/tables.ts';
import type { Connection } from './connection.ts';
import type { StoreEntry } from './entries.ts';
import type { QueryContext } from './handler.ts';
import { timeZoneOf } from './timeZone.ts';
import type { Actor } from './types.ts';

export const queryContext = (actor: Actor, now: () => number, timeZone: string): QueryContext => ({
  actor,
  now,
  timeZone,
  today: () => dayOf(now(), timeZone),
  sign: (text, secret) => createHmac('sha256', secret).update(text).digest('hex'),
});

/**
 * Runs queries on one connection. Their statements see one state of the store: a read transaction holds it, so a page
 * that is put together from ten statements is never half old, half new.
 */
export const queryRunner = (connection: Connection, db: Kysely<Tables>, now: () => number) => {
  const timeZone = timeZoneOf(connection);
  let turn: Promise<unknown> = Promise.resolve();
  return (entry: StoreEntry, input: unknown, actor: Actor): Promise<unknown> => {
    const { query } = entry;
    if (!query) throw new Error(`${entry.name} is no query`);
    const run = async (): Promise<unknown> => {
      connection.exec('BEGIN');
      try {
        return await query(db, input, queryContext(actor, now, timeZone));
      } finally {
        connection.exec('COMMIT');
      }
    };
    const result = turn.then(run, run);
    turn = result.catch(() => undefined);
    return result;
  };
};
