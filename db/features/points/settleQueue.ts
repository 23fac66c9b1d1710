import { sql } from 'kysely';
import type { Internal } from '../../contract/internal.ts';
import type { CommandHandler, WriteDb } from '../../store/handler.ts';
import { settleVisit } from './settleVisit.ts';

/** A batch ends after so many ms or visits, so that no desk's write waits for it. */
const batchMs = 20;
const mostVisits = 500;

interface Queued {
  readonly visitId: string;
  /** nobody's card and no entry: there is nothing to work out */
  readonly idle: number;
}

const nextInQueue = async (db: WriteDb): Promise<Queued[]> => {
  const { rows } = await sql<Queued>`SELECT q.visitId,
      NOT EXISTS (SELECT 1 FROM memberCard c JOIN visit v ON v.customerId = c.customerId WHERE v.id = q.visitId)
      AND NOT EXISTS (SELECT 1 FROM pointsEntry e WHERE e.sourceId = q.visitId AND e.sourceKind = 'visit') AS idle
    FROM pointsQueue q ORDER BY q.visitId LIMIT ${mostVisits}`.execute(db);
  return rows;
};

const pointsGiven = async (db: WriteDb, visitIds: readonly string[], since: number): Promise<number> => {
  const { rows } = await sql<{ points: number | null }>`SELECT sum(redeemable) AS points FROM pointsEntry
    WHERE sourceId IN (SELECT value FROM json_each(${JSON.stringify(visitIds)})) AND sourceKind = 'visit'
      AND kind IN ('earn', 'bonus') AND at >= ${since}`.execute(db);
  return rows[0]?.points ?? 0;
};

/** Takes visits off the queue, whoever settles them or needs them settled no more. */
export const dequeue = async (db: WriteDb, visitIds: readonly string[]): Promise<void> => {
  await sql`DELETE FROM pointsQueue WHERE visitId IN (SELECT value FROM json_each(${JSON.stringify(visitIds)}))`.execute(
    db,
  );
};

/**
 * A batch of the visits that an import left: each gets what it earns and leaves the queue in the same transaction, so what a kill
 * leaves behind goes on at the next start, and nothing is given twice.
 */
export const settleQueue: CommandHandler<Internal['points']['settle']> = async (db, _input, ctx) => {
  const from = ctx.now();
  const queued = await nextInQueue(db);
  const done: string[] = [];
  for (const { visitId, idle } of queued) {
    if (idle === 0) {
      await settleVisit(db, visitId, ctx);
      if (ctx.now() - from >= batchMs) {
        done.push(visitId);
        break;
      }
    }
    done.push(visitId);
  }
  await dequeue(db, done);
  return {
    visits: done.length,
    points: await pointsGiven(db, done, from),
    more: done.length < queued.length || queued.length === mostVisits,
  };
};
