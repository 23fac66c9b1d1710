import type { Category } from '../../db/domain/category.ts';
import { earn } from '../../db/domain/points/earning.ts';
import { lastDayOf } from '../../db/domain/points/lots.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import type { Connection } from '../../db/store/connection.ts';
import { idMaker } from '../../db/store/ids.ts';

interface Visit {
  readonly customerId: string;
  readonly day: string;
  readonly arrivedAt: number;
  readonly voidedAt: number | null;
}

/**
 * What a visit earns, with prepared statements: read the visit, what it gave before, the rules, the card and its membership, and the
 * lines; write the entry, its lot and its move. The ledger's own triggers keep the sums here as there.
 *
 * @returns to be called within a transaction
 */
export const bareAward = (connection: Connection): ((visitId: string) => void) => {
  const newId = idMaker(Date.now);
  const visitOf = connection.prepare<[string], Visit>('SELECT * FROM visit WHERE id = ?');
  const given = connection.prepare<[string], { id: string }>(
    `SELECT id, membershipId, kind, cumulative, redeemable, detail FROM pointsEntry e WHERE sourceId = ? AND sourceKind = 'visit'
       AND kind IN ('earn', 'bonus') AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)`,
  );
  const goLiveDay = connection.prepare<[], string>('SELECT goLiveDay FROM store').pluck(true);
  const settings = connection.prepare<[string], { key: string; value: string; fromDay: string }>(
    'SELECT key, value, fromDay FROM setting WHERE fromDay <= ? ORDER BY fromDay',
  );
  const membership = connection.prepare<[string, string, string], { id: string; tier: string }>(
    `SELECT m.id, m.tier FROM memberCard c JOIN membership m ON m.id = c.membershipId
     WHERE c.customerId = ? AND c.deletedAt IS NULL AND c.state IN ('active', 'frozen', 'lost') AND m.deletedAt IS NULL
       AND m.state = 'active' AND (m.joinDay IS NULL OR m.joinDay <= ?) AND (m.validThrough IS NULL OR m.validThrough >= ?)`,
  );
  const tierThen = connection
    .prepare<[string, number], string>(
      'SELECT tierFrom FROM membershipEvent WHERE membershipId = ? AND at > ? AND tierFrom IS NOT NULL ORDER BY at, id LIMIT 1',
    )
    .pluck(true);
  const lines = connection.prepare<[string], { category: Category; amountFen: number }>(
    'SELECT category, amountFen FROM visitLine WHERE visitId = ? ORDER BY position',
  );
  const debt = connection
    .prepare<[string], number>('SELECT debt FROM pointsBalance WHERE membershipId = ?')
    .pluck(true);
  const entry = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId, detail)
     VALUES (?, ?, 'earn', ?, ?, ?, ?, ?, 'bench', 'visit', ?, ?)`,
  );
  const lot = connection.prepare('INSERT INTO pointsLot (id, membershipId, entryId, lastDay) VALUES (?, ?, ?, ?)');
  const move = connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)');
  return (visitId) => {
    const visit = visitOf.get(visitId);
    if (!visit || visit.voidedAt !== null || given.get(visitId)) throw new Error('not a visit that earns');
    if (visit.day < (goLiveDay.get() ?? '')) return;
    const rules = settings.all(visit.day).find(({ key }) => key === 'pointsRules');
    const held = membership.get(visit.customerId, visit.day, visit.day);
    if (!held) throw new Error('no member');
    const tier = tierThen.get(held.id, visit.arrivedAt) ?? held.tier;
    const pointsRules = rules ? JSON.parse(rules.value) : defaultSettings.pointsRules;
    const earned = earn(lines.all(visitId), pointsRules, { day: visit.day, tier, birthdayMonth: false });
    if ((debt.get(held.id) ?? 0) > 0) throw new Error('a debt');
    const [entryId, lotId] = [newId(), newId()];
    const detail = JSON.stringify({ lines: earned.lines });
    entry.run(entryId, held.id, earned.base, earned.base, tier, visit.day, Date.now(), visitId, detail);
    lot.run(lotId, held.id, entryId, lastDayOf(visit.day, pointsRules.validMonths));
    move.run(entryId, lotId, earned.base);
  };
};
