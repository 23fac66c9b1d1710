import type { Connection } from './connection.ts';
import type { CommandContext } from './handler.ts';

/** A batch ends after so many ms or lots, so that no desk's write waits for it; the clock is asked after each step. */
const batchMs = 20;
const mostLots = 1000;
const lotsInStep = 50;

interface DueLot {
  readonly id: string;
  readonly membershipId: string;
  readonly lastDay: string;
  readonly remaining: number;
  readonly tier: string;
}

/**
 * A batch of lots whose last day is over: what is left of each leaves the balance by an entry of its own. Raw statements, for a
 * night may have a million of them; run twice it finds nothing the second time.
 */
export const lapsePoints = (connection: Connection, ctx: CommandContext) => {
  const due = connection.prepare<[string, number], DueLot>(
    `SELECT l.id, l.membershipId, l.lastDay, l.remaining, m.tier FROM pointsLot l JOIN membership m ON m.id = l.membershipId
     WHERE l.remaining > 0 AND l.lastDay < ? ORDER BY l.lastDay LIMIT ?`,
  );
  const writeEntry = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
     VALUES (?, ?, 'expire', 0, ?, ?, ?, ?, ?, 'lot', ?)`,
  );
  const writeMove = connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)');
  const today = ctx.today();
  const from = ctx.now();
  let done = 0;
  let points = 0;
  for (let more = true; more; ) {
    // those of the step before have nothing left
    const lots = due.all(today, lotsInStep);
    for (const lot of lots) {
      const id = ctx.newId();
      writeEntry.run(id, lot.membershipId, -lot.remaining, lot.tier, today, from, ctx.actor.name, lot.id);
      writeMove.run(id, lot.id, -lot.remaining);
      points += lot.remaining;
      done++;
    }
    more = lots.length === lotsInStep;
    if (more && (done >= mostLots || ctx.now() - from >= batchMs)) return { lots: done, points, more };
  }
  return { lots: done, points, more: false };
};
