import { addDays } from '../../db/domain/day.ts';
import type { Connection } from '../../db/store/connection.ts';
import { idMaker } from '../../db/store/ids.ts';

/** Memberships that stand, in the order of their ids; a small store gives the same ones again. */
export const membershipIds = (connection: Connection, count: number): string[] => {
  const ids = connection
    .prepare<[number], string>(
      "SELECT id FROM membership WHERE state = 'active' AND deletedAt IS NULL ORDER BY id LIMIT ?",
    )
    .pluck(true)
    .all(count);
  if (ids.length === 0) throw new Error('no memberships');
  return Array.from({ length: count }, (_, index) => ids[index % ids.length] ?? '');
};

/** Writes lots as the ledger does, an entry and a move for each, in one transaction that waits for no disk. */
export const writeLots = (
  connection: Connection,
  owners: readonly string[],
  lot: { readonly points: number; readonly today: string; readonly lastDay: (index: number) => string },
): void => {
  const newId = idMaker(Date.now);
  const entry = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName)
     VALUES (?, ?, 'adjust', 0, ?, 'silver', ?, ?, 'bench')`,
  );
  const one = connection.prepare('INSERT INTO pointsLot (id, membershipId, entryId, lastDay) VALUES (?, ?, ?, ?)');
  const move = connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)');
  const at = Date.now();
  const day = addDays(lot.today, -400);
  connection.pragma('synchronous = OFF');
  connection.transaction(() => {
    owners.forEach((membershipId, index) => {
      const [entryId, lotId] = [newId(), newId()];
      entry.run(entryId, membershipId, lot.points, day, at);
      one.run(lotId, membershipId, entryId, lot.lastDay(index));
      move.run(entryId, lotId, lot.points);
    });
  })();
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.pragma('synchronous = FULL');
};
