import type { Connection } from '../../db/store/connection.ts';

/** Cars of members who are members for a long time yet, each once; a small store gives the same ones again. */
export const membersCars = (connection: Connection, count: number): string[] => {
  const cars = connection
    .prepare<[number], string>(
      `SELECT v.id FROM membership m JOIN vehicle v ON v.customerId = m.customerId
       WHERE m.state = 'active' AND m.deletedAt IS NULL AND m.joinDay < date('now', '-2 days')
         AND m.validThrough > date('now', '+2 days') AND v.deletedAt IS NULL AND v.status = 'active'
         AND NOT EXISTS (SELECT 1 FROM pointsBalance b WHERE b.membershipId = m.id AND b.debt > 0)
       ORDER BY substr(v.id, -6) LIMIT ?`,
    )
    .pluck(true)
    .all(count);
  if (cars.length === 0) throw new Error('no member has a car');
  return Array.from({ length: count }, (_, index) => cars[index % cars.length] ?? '');
};
