/** What can go wrong in memberships and the points ledger beyond what their columns and triggers forbid. */
export type PointsFindingCode =
  | 'points-balance'
  | 'points-lot'
  | 'points-entry'
  | 'points-month'
  | 'points-twice'
  | 'card-membership';

/** Kinds that a document gives or takes once, as the trigger `pointsEntryOnce` has them (see migration 0160). */
const once = "('earn', 'bonus', 'migrate', 'redeem', 'renew', 'upgrade', 'donate')";

/** Each gives the ids of rows whose kept sum is not what the ledger's rows add up to, or that lack their other half. */
export const pointsChecks: readonly (readonly [code: PointsFindingCode, sql: string])[] = [
  [
    // the membership's balance: all its entries, and what is left of its lots less the debt. One pass, for a store has a million
    'points-balance',
    `SELECT membershipId AS id FROM (
       SELECT membershipId, cumulative, redeemable, redeemable + debt AS inLots, 1 AS kept, 0 AS entered FROM pointsBalance
       UNION ALL SELECT membershipId, -cumulative, -redeemable, 0, 0, 1 FROM pointsEntry
       UNION ALL SELECT membershipId, 0, 0, -remaining, 0, 0 FROM pointsLot)
     GROUP BY membershipId
     HAVING sum(cumulative) <> 0 OR sum(redeemable) <> 0 OR sum(inLots) <> 0 OR max(kept) <> max(entered)`,
  ],
  [
    'points-lot',
    'SELECT id FROM pointsLot WHERE remaining <> (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE lotId = pointsLot.id)',
  ],
  [
    'points-entry',
    `SELECT id FROM pointsEntry
     WHERE redeemable <> (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE entryId = pointsEntry.id)`,
  ],
  [
    'points-month',
    `SELECT month || ' ' || tier || ' ' || kind AS id FROM (
       SELECT month, tier, kind, entries, cumulative, redeemable FROM pointsMonth
       UNION ALL SELECT substr(day, 1, 7), tier, kind, -1, -cumulative, -redeemable FROM pointsEntry)
     GROUP BY month, tier, kind HAVING sum(entries) <> 0 OR sum(cumulative) <> 0 OR sum(redeemable) <> 0`,
  ],
  [
    'points-twice',
    `SELECT e.sourceKind || ' ' || e.sourceId AS id FROM pointsEntry e
     WHERE e.sourceId IS NOT NULL AND e.kind IN ${once} AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)
     GROUP BY e.sourceId, e.sourceKind, e.kind HAVING count(*) > 1`,
  ],
  [
    'card-membership',
    `SELECT c.id FROM memberCard c WHERE c.deletedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = c.membershipId AND m.deletedAt IS NULL)
     UNION ALL
     SELECT m.id FROM membership m WHERE m.deletedAt IS NULL AND m.state = 'active'
       AND NOT EXISTS (SELECT 1 FROM memberCard c WHERE c.membershipId = m.id AND c.deletedAt IS NULL)`,
  ],
];
