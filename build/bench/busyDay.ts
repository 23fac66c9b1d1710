import { randomUUID } from 'node:crypto';
import type { Connection } from '../../db/store/connection.ts';
import type { Store } from '../../db/store/types.ts';
import { clerk } from './actor.ts';

const steps = ['arrived', 'inWork', 'ready', 'left'] as const;

/** Vehicles picked evenly over the store. */
const vehiclesOf = (connection: Connection, count: number): readonly string[] => {
  const most = connection.prepare<[], number>('SELECT max(rowid) FROM vehicle').pluck(true).get() ?? 0;
  const at = connection
    .prepare<[number], string>(
      "SELECT id FROM vehicle WHERE rowid >= ? AND deletedAt IS NULL AND status = 'active' ORDER BY rowid LIMIT 1",
    )
    .pluck(true);
  const found = Array.from({ length: count }, (_, i) => at.get(1 + Math.floor((i * most) / count)));
  return [...new Set(found.filter((id) => id !== undefined))];
};

/** Walk-ins of today, as many in each step of the board. Their ids. */
export const busyDay = async (store: Store, connection: Connection, visits: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const [index, vehicleId] of vehiclesOf(connection, visits).entries()) {
    const visit = await store.call('board.walkIn', { requestId: randomUUID(), vehicleId }, clerk);
    const { id, version } = visit as { readonly id: string; readonly version: number };
    const to = steps[index % steps.length];
    if (to !== 'arrived') await store.call('board.move', { requestId: randomUUID(), id, version, to }, clerk);
    ids.push(id);
  }
  return ids;
};
